import type { StoreApi } from 'zustand/vanilla';
import type { ExecutionKeeper } from './execution';
import type { NoticeActions } from './notices';
import { readableJson } from './readableJson';
import type { SettingsActions } from './settings';
import type { AnswerFromAws, ToldByAws, WorkspaceState } from './state';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly execution: Pick<ExecutionKeeper, 'setup' | 'setUp'>;
  readonly settings: Pick<SettingsActions, 'showPanel'>;
  readonly notices: NoticeActions;
}

/** What AWS said of an execution or a state, beside the workflow on show, which stays as it is. */
export interface AnswerActions {
  show(told: ToldByAws): void;
  /**
   * The input of the next run is the one that AWS tells, where it does.
   *
   * @returns whether it is: not when another workflow, or another answer, came on show
   */
  takeInput(answer: AnswerFromAws): boolean;
  /** The value that a variable had before the tested state, as typed. */
  give(answer: AnswerFromAws, variable: string, json: string): void;
  dismiss(answer: AnswerFromAws): void;
}

/**
 * What is stored of one, in characters: an execution's input and output are far below. With all of its stages a tested
 * state may have ten times as much, which nobody reads.
 */
const MOST_KEPT = 2_000_000;

/** Of the page: an answer that comes later has a higher one. */
let lastId = 0;

export function createAnswers({ store, execution, settings, notices }: Surroundings): AnswerActions {
  /** Its type, too, where AWS tells it; one offer takes both back. */
  const takeInput = (json: string, whose: string, type = execution.setup.type) => {
    const before = execution.setup;
    const input = readableJson(json);
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
  /** Where it is still the one on show. */
  const change = ({ id }: AnswerFromAws, to: (now: AnswerFromAws) => AnswerFromAws | undefined) =>
    store.setState(({ answer }) => (answer?.id === id ? { answer: to(answer) } : {}));

  return {
    show(told) {
      store.setState({ answer: measured({ ...told, id: ++lastId }) });
      // It says itself what it is: a notice would only cover it.
      settings.showPanel('debugger', true);
    },
    takeInput(answer) {
      const { whose, input, type } = aboutInput(answer);
      if (input === undefined || store.getState().answer?.id !== answer.id) return false;
      takeInput(input, whose, type);
      return true;
    },
    give(answer, variable, json) {
      change(answer, (now) =>
        now.kind === 'test' ? measured({ ...now, given: { ...now.given, [variable]: json } }) : now,
      );
    },
    dismiss: (answer) => change(answer, () => undefined),
  };
}

/** It says itself whether it is too large to be stored; so it is again with each value that is given. */
function measured({ unkept: _, ...answer }: AnswerFromAws): AnswerFromAws {
  return lengthOf(answer) > MOST_KEPT ? { ...answer, unkept: true } : answer;
}

/** Of all texts in it. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + lengthOf(each), 0);
}

function aboutInput(answer: ToldByAws) {
  if (answer.kind === 'test') {
    const input = answer.test.stages.find(({ name }) => name === 'input')?.text;
    return { whose: 'a tested state', input };
  }
  const { name, input, type } = answer.execution;
  return { whose: `the execution “${name}”`, input: input.kind === 'text' ? input.text : undefined, type };
}
