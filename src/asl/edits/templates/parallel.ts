import type { JsonObject } from '../../json';
import type { Template } from './template';

/** Two branches of one Pass each. */
export const parallel: Template = ({ onward, nameFor }) => ({
  Type: 'Parallel',
  Branches: [onePass(nameFor('Pass')), onePass(nameFor('Pass'))],
  ...onward,
});

/** The smallest scope: one Pass, from Start to End. */
export const onePass = (name: string): JsonObject => ({
  StartAt: name,
  States: { [name]: { Type: 'Pass', End: true } },
});
