import type { StoreApi } from 'zustand/vanilla';
import type { Recognised } from '../asl';
import type { ExecutionKeeper } from './execution';
import type { NoticeActions } from './notices';
import type { SettingsActions } from './settings';
import type { AnswerFromAws, WorkspaceState } from './state';

type Answer = Extract<Recognised, { readonly kind: 'execution' | 'test' }>;

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly execution: Pick<ExecutionKeeper, 'setup' | 'setUp'>;
  readonly settings: Pick<SettingsActions, 'showPanel'>;
  readonly notices: NoticeActions;
}

/** Of the page: an answer that comes later has a higher one. */
let lastId = 0;

/** Shows what AWS said of an execution or a state beside the workflow on show, which stays as it is. */
export function createAnswers({
  store,
  execution,
  settings,
  notices,
}: Surroundings): (answer: Answer) => void {
  /** The input of the next run, and its type where AWS tells it; one offer takes both back. */
  const takeInput = (json: string, whose: string, type = execution.setup.type) => {
    const before = execution.setup;
    const input = readable(json);
    execution.setUp({ ...before, input, inputOrigin: 'user', type });
    const also = type === before.type ? '' : ` It runs as ${type === 'EXPRESS' ? 'Express' : 'Standard'}.`;
    notices.add('info', `The next run gets the input of ${whose}.${also}`, {
      label: 'Undo',
      take() {
        const now = execution.setup;
        // What was typed, chosen or mocked since is not part of this.
        execution.setUp({
          ...now,
          ...(now.input === input ? { input: before.input, inputOrigin: before.inputOrigin } : {}),
          ...(now.type === type ? { type: before.type } : {}),
        });
      },
    });
  };

  return (answer) => {
    const { whose, input, type } = aboutInput(answer);
    const take = input === undefined ? undefined : () => takeInput(input, whose, type);
    const shown: AnswerFromAws = {
      ...answer,
      id: ++lastId,
      takeInput: take,
      dismiss: () => store.setState(({ answer: now }) => (now === shown ? { answer: undefined } : {})),
    };
    store.setState({ answer: shown });
    // It says itself what it is: a notice would only cover it.
    settings.showPanel('debugger', true);
  };
}

function aboutInput(answer: Answer) {
  if (answer.kind === 'test') {
    const input = answer.test.stages.find(({ name }) => name === 'input')?.text;
    return { whose: 'a tested state', input };
  }
  const { name, input, type } = answer.execution;
  return { whose: `the execution “${name}”`, input: input.kind === 'text' ? input.text : undefined, type };
}

/** AWS writes it on one line. A number with more digits than we can hold keeps them. */
function readable(json: string): string {
  if (/\d{16}/.test(json)) return json;
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
