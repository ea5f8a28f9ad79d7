import { actionTask } from './actions/action';
import type { Template } from './template';

/** A call of a Lambda function, which is what most Tasks are. The name is a placeholder for the deployment to fill in. */
export const task: Template = ({ language, onward }) => ({
  ...actionTask('lambda:invoke', language),
  ...onward,
});
