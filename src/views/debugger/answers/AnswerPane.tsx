import { type AnswerFromAws, useWorkspaceActions } from '../../../workspace';
import { AboutExecution } from './AboutExecution';
import { AboutTest } from './AboutTest';

interface AnswerPaneProps {
  readonly answer: AnswerFromAws;
  /** Its button goes with it: the focus needs another place. */
  readonly onClose: () => void;
}

const NOTHING: Readonly<Record<string, string>> = {};

/** What AWS said that was opened here, beside what the workflow as it stands makes of the same. */
export default function AnswerPane({ answer, onClose }: AnswerPaneProps) {
  const { answers } = useWorkspaceActions();
  const takeInput = async () => (await answers()).takeInput(answer);
  const close = async () => {
    onClose();
    (await answers()).dismiss(answer);
  };
  const unkept = answer.unkept ?? false;
  const { kind } = answer;
  return kind === 'execution' ? (
    <AboutExecution
      execution={answer.execution}
      unkept={unkept}
      takeInput={takeInput}
      dismiss={() => void close()}
    />
  ) : (
    <AboutTest
      test={answer.test}
      given={answer.given ?? NOTHING}
      unkept={unkept}
      onGive={(variable, json) => void answers().then(({ give }) => give(answer, variable, json))}
      takeInput={() => void takeInput()}
      dismiss={() => void close()}
    />
  );
}
