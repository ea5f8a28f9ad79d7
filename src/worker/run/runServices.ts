import type { StateMachine } from '../../asl';
import type { CallService, ServiceCall } from '../../interpreter';
import {
  AskedCalls,
  bucketsOf,
  changeObjects,
  childExecutions,
  type KnownMachine,
  type MockSurroundings,
  type StartedExecution,
  simulatedS3,
  type TaskHolder,
  TaskInbox,
} from '../../services';
import type { MachineText, RunRequest } from '../run.types';
import { type Answering, answering } from './answering';

export type RunServices =
  | {
      readonly ok: true;
      readonly callService: CallService;
      /** The calls that wait for the user. */
      readonly asked: AskedCalls;
      /** How a test case or a stub would answer; nothing is done. */
      readonly sample: CallService;
      /** The executions that its Tasks have started so far, and those that these started. */
      readonly started: readonly StartedExecution[];
      /** What the machine is, of which an execution was started. */
      readonly textOf: (known: KnownMachine) => MachineText | undefined;
    }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/**
 * Who answers a run's Tasks: the mocks that states have, the user, a test case for the states it names, the workflow
 * itself, state machines of the page, its buckets, the user once more, stubs. After a redrive, mocks, machines and the
 * like may be others: a call, and the executions that it starts, are answered by those of its place in the history.
 *
 * @param position events of all executions that are recorded
 */
export function runServices(
  run: RunRequest,
  machine: StateMachine,
  execution: TaskHolder,
  stubs: CallService,
  runHandler: MockSurroundings['runHandler'],
  position: () => number = () => 0,
): RunServices {
  const { objects = [], later = [] } = run;
  const buckets = bucketsOf(objects);
  /** Who answers each call that is on its way. */
  const chosen = new WeakMap<ServiceCall, Answering>();
  /** Calls on their way that come back to the user when nobody else answers. */
  const left = new WeakSet<ServiceCall>();
  const leftOver: CallService = (call) => (left.delete(call) ? asked.callService(call) : stubs(call));
  const known = { get: (name: string, call: ServiceCall) => chosen.get(call)?.known.get(name) };
  const children = childExecutions(known, simulatedS3(buckets, leftOver), (parent) => (call) => {
    const same = chosen.get(parent) ?? now.answering;
    chosen.set(call, same);
    return same.whole(call);
  });
  const inbox = new TaskInbox(machine, children.callService);
  inbox.attach(execution);
  const asked = new AskedCalls(execution, inbox, stubs);
  const around = { machine, settings: run.settings, inbox, asked, left, stubs, runHandler };
  const first = answering(run, around);
  if (typeof first === 'string') return { ok: false, reason: first };
  let now = { answering: first, objects };
  const next: (typeof now & { readonly from: number })[] = [];
  for (const choice of later) {
    const made = answering(choice, around);
    if (typeof made === 'string') return { ok: false, reason: made };
    next.push({ from: choice.from, answering: made, objects: choice.objects ?? [] });
  }
  const answer = (call: ServiceCall) => {
    for (let turn = next[0]; turn !== undefined && position() > turn.from; turn = next[0]) {
      changeObjects(buckets, now.objects, turn.objects);
      now = turn;
      next.shift();
    }
    chosen.set(call, now.answering);
    return now.answering.callService(call);
  };
  const texts = new Map([first, ...next.map((each) => each.answering)].flatMap(({ texts }) => [...texts]));
  return {
    ok: true,
    callService: answer,
    asked,
    sample: (call) => (chosen.get(call) ?? now.answering).sample(call),
    started: children.started,
    textOf: (version) => texts.get(version),
  };
}
