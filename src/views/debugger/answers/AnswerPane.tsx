import type { AnswerFromAws } from '../../../workspace';
import { AboutExecution } from './AboutExecution';
import { AboutTest } from './AboutTest';

/** What AWS said that was opened here, beside what the workflow as it stands makes of the same. */
export default function AnswerPane({ answer }: { readonly answer: AnswerFromAws }) {
  const { takeInput, dismiss } = answer;
  return answer.kind === 'execution' ? (
    <AboutExecution execution={answer.execution} takeInput={takeInput} dismiss={dismiss} />
  ) : (
    <AboutTest test={answer.test} takeInput={takeInput} dismiss={dismiss} />
  );
}
