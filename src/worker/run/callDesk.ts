import { allStates, errorNamesFor, type Json, type StateMachine } from '../../asl';
import type { CallService, Execution, ServiceCall } from '../../interpreter';
import { type AskedCalls, checkStateMock } from '../../services';
import type { CallDetail } from '../calls.types';
import type { CallRequest } from '../client.types';
import type { Named, RunRequests } from '../protocol';
import type { Handlers } from '../requestServer';

/** A run, as far as its open calls are concerned. */
export interface CallDesk {
  readonly execution: Execution;
  readonly machine: StateMachine;
  readonly asked: AskedCalls;
  /** Answers as a mock or a stub would, without anything being done. */
  readonly sample: CallService;
}

const NO_RUN = { exception: 'TaskTimedOut', message: 'The run is over.' } as const;

/** Answers what the page asks about open calls. @param of undefined when the run cannot go on */
export function serveCalls(
  of: (run: string) => CallDesk | undefined,
): Handlers<Named<Pick<RunRequests, CallRequest>>> {
  return {
    getCall({ run, ask: { task } }) {
      const desk = of(run);
      const call = desk?.asked.get(task);
      return desk === undefined || call === undefined ? null : detailOf(desk, call);
    },
    checkAnswer({ run, ask: { task, output } }) {
      const call = of(run)?.asked.get(task);
      const mock = { kind: 'fixed', outcome: { type: 'return', value: output } } as const;
      return checkStateMock(mock, call?.resource.arn ?? '', 'JSONPath');
    },
    answerCall({ run, ask: { task, answer } }) {
      const desk = of(run);
      return desk ? (desk.asked.answer(task, answer) ?? null) : NO_RUN;
    },
    letTimePass({ run }) {
      const desk = of(run);
      desk?.asked.letTimePass(desk.execution.nextTimer);
      return null;
    },
  };
}

async function detailOf({ machine, sample }: CallDesk, call: ServiceCall): Promise<CallDetail> {
  const answer = await sample(call);
  const { taskToken, resource } = call;
  const named = namedErrors(machine, call);
  // Whoever has a token says no in words of their own, not in those of the service that carried the token.
  const known = errorNamesFor(taskToken === undefined ? resource.arn : undefined);
  return {
    ...(taskToken === undefined ? {} : { taskToken }),
    arguments: pretty(call.arguments),
    sample: pretty(answer.type === 'succeed' ? answer.output : {}),
    errors: [...new Set([...named, ...known].filter((name) => name !== 'States.ALL'))],
  };
}

/** What the state's own rules look out for. */
function namedErrors(machine: StateMachine, { state }: ServiceCall): readonly string[] {
  const definition = allStates(machine).find(({ path }) => path === state)?.definition;
  if (definition?.Type !== 'Task') return [];
  const rules = [...(definition.Catch ?? []), ...(definition.Retry ?? [])];
  return rules.flatMap(({ ErrorEquals }) => ErrorEquals ?? []);
}

const pretty = (value: Json): string => JSON.stringify(value, null, 2);
