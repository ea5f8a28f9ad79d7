import type { Template } from './template';

/** One rule to be rewritten, and Default; both lead on. A Choice cannot lead to End, so `onward` must be a state. */
export const choice: Template = ({ language, onward }) => {
  if (!('Next' in onward)) throw new RangeError('A Choice cannot lead to <End>');
  const { Next } = onward;
  const test =
    language === 'JSONata'
      ? { Condition: '{% $exists($states.input.key) %}' }
      : { Variable: '$.key', IsPresent: true };
  return { Type: 'Choice', Choices: [{ ...test, Next }], Default: Next };
};
