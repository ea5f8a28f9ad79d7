import type { Template } from './template';

/** A call of a Lambda function, which is what most Tasks are. The name is a placeholder for the deployment to fill in. */
export const task: Template = ({ language, onward }) => {
  const Resource = 'arn:aws:states:::lambda:invoke';
  if (language === 'JSONata') {
    return {
      Type: 'Task',
      Resource,
      Arguments: { FunctionName, Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      ...onward,
    };
  }
  return {
    Type: 'Task',
    Resource,
    Parameters: { FunctionName, 'Payload.$': '$' },
    OutputPath: '$.Payload',
    ...onward,
  };
};

const FunctionName = `\${FunctionName}`;
