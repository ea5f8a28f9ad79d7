import type { EpochMs } from '../../asl';
import {
  type CallService,
  deliverAnswer,
  type Execution,
  type ServiceAnswer,
  type ServiceCall,
} from '../../interpreter';
import type { AskedCalls } from '../../services';

/** Who answers an execution's calls. */
export interface DriverServices {
  readonly callService: CallService;
  /** What is left to the user. */
  readonly asked: AskedCalls;
}

/** A call whose answer takes real time, and what came of it so far. */
interface Pending {
  readonly call: ServiceCall;
  answer: ServiceAnswer | undefined;
}

/** `waiting`: only an answer from outside moves it on. `passing`: time does, too, and is not let go further yet. */
export type Progress = 'moved' | 'passing' | 'waiting' | 'ended';

/**
 * Plays an execution's timers and answers its commands. When nothing is due, virtual time goes on to the next timer, at
 * once unless somebody holds it back, but never past an answer that is still being made.
 *
 * How long an answer took on the clock on the wall decides nothing: those that take real time are delivered in the order
 * of their calls, one at a time, each when nothing else is left to do at its instant.
 */
export class Driver {
  /** In the order of the calls. */
  private readonly pending = new Map<ServiceCall['task'], Pending>();
  /** Asked when nothing more is due now: true when there is, after all. A replay delivers here what came at this instant. */
  beforeTimePasses: (() => boolean) | undefined;
  /** How far time may go now, towards the next timer; absent: there at once. */
  timeTo: ((next: EpochMs) => EpochMs) | undefined;

  constructor(
    readonly execution: Execution,
    private readonly services: DriverServices,
    /** An answer that took real time has come in, or making one failed because of a mistake of ours. */
    private readonly answered: (failure: unknown) => void,
  ) {}

  /** An answer is being made, or the user is asked for one, that nothing may overtake. */
  get isWaiting(): boolean {
    const { first } = this;
    if (first !== undefined) return first.answer === undefined;
    return this.services.asked.holdsTime(this.execution);
  }

  /** Whether the answer to a call is still being made, and wanted. */
  awaits(task: ServiceCall['task']): boolean {
    return this.pending.has(task);
  }

  /** Of a Task that has ended otherwise, by a callback, no answer is waited for any more, nor taken. */
  private get first(): Pending | undefined {
    for (const [task, pending] of this.pending) {
      if (this.execution.isWaiting(task)) return pending;
      this.pending.delete(task);
    }
    return undefined;
  }

  /**
   * @param mostTransitions states entered at most
   * @param isEnough asked before each of them: true ends it there
   */
  advance(mostTransitions: number, isEnough?: () => boolean): Progress | Promise<Progress> {
    const result = this.execution.run(mostTransitions, isEnough);
    return result instanceof Promise ? result.then((settled) => this.settle(settled)) : this.settle(result);
  }

  private settle(result: Awaited<ReturnType<Execution['run']>>): Progress {
    const { execution } = this;
    if (result === 'ended') return 'ended';
    const asked = this.serve();
    if (result === 'budget' || asked) return 'moved';
    const next = execution.nextTimer;
    if (next !== undefined && next <= execution.now) return 'moved';
    if (this.deliverFirst()) return 'moved';
    if (this.isWaiting || next === undefined) return 'waiting';
    if (this.beforeTimePasses?.()) return 'moved';
    const to = this.timeTo?.(next) ?? next;
    execution.advanceTo(to);
    return to < next ? 'passing' : 'moved';
  }

  /** @returns whether anything was asked for */
  private serve(): boolean {
    const commands = this.execution.takeCommands();
    for (const command of commands) {
      if (command.type === 'cancel') this.pending.delete(command.task);
      else this.call(command.call);
    }
    return commands.length > 0;
  }

  private call(call: ServiceCall): void {
    const answer = this.services.callService(call);
    if (!(answer instanceof Promise)) {
      deliverAnswer(this.execution, call, answer);
      return;
    }
    const pending: Pending = { call, answer: undefined };
    this.pending.set(call.task, pending);
    answer
      .then((made) => {
        pending.answer = made;
      })
      .then(() => this.answered(undefined), this.answered);
  }

  /** @returns whether there was an answer to deliver */
  private deliverFirst(): boolean {
    const { first } = this;
    if (first?.answer === undefined) return false;
    this.pending.delete(first.call.task);
    deliverAnswer(this.execution, first.call, first.answer);
    return true;
  }
}
