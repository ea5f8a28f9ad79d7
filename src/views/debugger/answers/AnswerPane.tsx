import type { AnswerFromAws } from '../../../workspace';
import { AboutExecution } from './AboutExecution';
import { AboutTest } from './AboutTest';

interface AnswerPaneProps {
  readonly answer: AnswerFromAws;
  /** Its button goes with it: the focus needs another place. */
  readonly onClose: () => void;
}

/** What AWS said that was opened here, beside what the workflow as it stands makes of the same. */
export default function AnswerPane({ answer, onClose }: AnswerPaneProps) {
  const { takeInput } = answer;
  const dismiss = () => {
    onClose();
    answer.dismiss();
  };
  return answer.kind === 'execution' ? (
    <AboutExecution execution={answer.execution} takeInput={takeInput} dismiss={dismiss} />
  ) : (
    <AboutTest test={answer.test} takeInput={takeInput} dismiss={dismiss} />
  );
}
