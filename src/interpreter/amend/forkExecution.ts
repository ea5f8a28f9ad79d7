import type { Json, StatePath } from '../../asl';
import { Engine } from '../engine';
import { executionOf } from '../execution';
import type { Execution, ExecutionSettings, Job, RunResult, ServiceCall, TaskId } from '../execution.types';
import type { Program } from '../program';

/** Everything that decides an execution. */
export interface Recording {
  /** As it was when the execution began; definitions that came later are in the journal. */
  readonly program: Program;
  readonly settings: ExecutionSettings;
  readonly input: Json;
  readonly journal: readonly Job[];
}

/** An execution that stands before a state, or why there is none. */
export type Fork =
  | {
      readonly ok: true;
      readonly execution: Execution;
      /** Events before the state's own. */
      readonly position: number;
      readonly state: StatePath;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * An execution that has the history of another one as far as a position, and stands there before a state is entered: at
 * the first such place at or after the position. Calls that had not been answered by then are asked again.
 *
 * @param position events of all executions, from 0
 */
export async function forkExecution(recording: Recording, position: number): Promise<Fork> {
  const engine = new Engine(recording.program, recording.settings, recording.input);
  const execution = executionOf(engine);
  const replay = new Replay(engine, execution, recording.journal);
  await replay.to(position);
  const state = engine.entering?.state;
  if (state === undefined) return { ok: false, reason: 'The run enters no state there or later.' };
  for (const call of replay.unanswered()) engine.ask({ type: 'callService', call });
  return { ok: true, execution, position: engine.log.length, state: state.path };
}

/** Drives an execution state by state and tells it what its journal has for each place. */
class Replay {
  private told = 0;
  private readonly calls = new Map<TaskId, ServiceCall>();

  constructor(
    private readonly engine: Engine,
    private readonly execution: Execution,
    private readonly journal: readonly Job[],
  ) {}

  /** To the first place before a state at or after a position; to the end, when there is none. */
  async to(position: number): Promise<void> {
    const { engine, execution } = this;
    for (let result = await this.run(0); ; ) {
      if (engine.entering !== undefined && engine.log.length >= position) {
        this.tell(true);
        return;
      }
      // What it was told may be all that led there.
      if (this.tell()) continue;
      if (execution.status !== 'RUNNING') return;
      if (result === 'idle') this.moveTime();
      result = await this.run(engine.entering === undefined ? 0 : 1);
    }
  }

  /** A stop that came while an expression was worked out is told then, not after. */
  private run(transitions: number): RunResult | Promise<RunResult> {
    const result = this.execution.run(transitions);
    if (result instanceof Promise) this.tell();
    return result;
  }

  private moveTime(): void {
    const { execution } = this;
    if (execution.nextTimer !== undefined) execution.advanceTo(execution.nextTimer);
  }

  /**
   * What the journal has up to here.
   * @param goesOn but for a stop: somebody goes on from here instead
   * @returns whether there was anything
   */
  private tell(goesOn = false): boolean {
    const { told, journal, engine } = this;
    this.listen();
    for (; this.told < journal.length; this.told++) {
      const job = journal[this.told];
      if (job === undefined || (job.afterEvent ?? 0) > engine.log.length) break;
      if (job.type === 'stop' && goesOn) break;
      this.execution.deliver(job);
      this.hear(job);
    }
    return this.told > told;
  }

  private listen(): void {
    for (const command of this.execution.takeCommands()) {
      if (command.type === 'callService') this.calls.set(command.call.task, command.call);
      else this.calls.delete(command.task);
    }
  }

  private hear(job: Job): void {
    if (!('task' in job)) return;
    const call = this.calls.get(job.task);
    if (call === undefined) return;
    if (job.type === 'taskSubmitted' || job.type === 'taskStarted')
      this.calls.set(job.task, { ...call, isAccepted: true });
    else if (job.type !== 'taskHeartbeat') this.calls.delete(job.task);
  }

  /** Calls that the journal has no end for so far. */
  unanswered(): Iterable<ServiceCall> {
    this.listen();
    return this.calls.values();
  }
}
