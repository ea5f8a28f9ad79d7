import type { Graph, Json, StateMachine } from '../../asl';
import type { CallService, Execution, Program } from '../../interpreter';
import type { StopRequest } from '../breakpoint.types';
import type { ProgressBatch, RunRequest, Speed } from '../run.types';
import type { Pulse } from './pulse';
import { RunSession } from './runSession';
import { ShownRun } from './shownRun';
import { Stops } from './stops/stops';

/** What a run is made of, whether it begins, branches from another one, or is taken up again. */
export interface RunParts {
  readonly request: RunRequest;
  /** The program and the input it began with. */
  readonly program: Program;
  readonly input: Json;
  readonly execution: Execution;
  /** The definition it follows now. */
  readonly machine: StateMachine;
  readonly graph: Graph;
}

/** A run that somebody watches, or has watched to its end. */
export interface LiveRun extends RunParts {
  readonly shown: ShownRun;
  readonly session: RunSession;
}

/** Where a run is shown from. */
export interface Opening {
  readonly stops: StopRequest;
  readonly speed: Speed;
  /** `entering`: it stops at the first state that it enters; `paused`: it stands where it is. */
  readonly mode: 'running' | 'entering' | 'paused';
  /** Events that are shown at once. */
  readonly position: number;
}

/** Makes a session of an execution; it does nothing before `play`. */
export function openRun(
  parts: RunParts,
  { stops, speed, mode, position }: Opening,
  callService: CallService,
  pulse: Pulse,
  publish: (batch: ProgressBatch) => void,
): LiveRun {
  const { execution, machine, graph } = parts;
  const shown = ShownRun.of(execution.timeline, graph, { machine, settings: execution.settings });
  while (shown.fold.position < position && shown.fold.advanceOne());
  const session = new RunSession(
    execution,
    shown.fold,
    new Stops(machine, execution, shown.fold, stops),
    callService,
    pulse,
    publish,
    speed,
    mode === 'entering',
  );
  if (mode === 'paused') session.pause();
  return { ...parts, shown, session };
}
