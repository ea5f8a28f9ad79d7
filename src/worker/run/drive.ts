import { type CallService, deliverAnswer, type Execution, type ServiceCall } from '../../interpreter';
import type { AskedCalls } from '../../services';

/** Who answers an execution's calls. */
export interface DriverServices {
  readonly callService: CallService;
  /** What is left to the user. */
  readonly asked: AskedCalls;
}

/** `waiting`: only an answer from outside moves it on. */
export type Progress = 'moved' | 'waiting' | 'ended';

/**
 * Plays an execution's timers and answers its commands. Virtual time is skipped: when nothing is due, it
 * jumps to the next timer, but never past an answer that is still being made.
 */
export class Driver {
  /** Calls whose answers are being made. */
  private readonly pending = new Set<ServiceCall['task']>();
  /** Asked when nothing more is due now: true when there is, after all. A replay delivers here what came at this instant. */
  beforeTimePasses: (() => boolean) | undefined;

  constructor(
    readonly execution: Execution,
    private readonly services: DriverServices,
    /** An answer that took real time has come in, or making one failed because of a mistake of ours. */
    private readonly answered: (failure: unknown) => void,
  ) {}

  /** An answer is being made, or the user is asked for one, that nothing may overtake. */
  get isWaiting(): boolean {
    return this.pending.size > 0 || this.services.asked.holdsTime(this.execution);
  }

  /** @param mostTransitions states entered at most */
  advance(mostTransitions: number): Progress | Promise<Progress> {
    const result = this.execution.run(mostTransitions);
    return result instanceof Promise ? result.then((settled) => this.settle(settled)) : this.settle(result);
  }

  private settle(result: Awaited<ReturnType<Execution['run']>>): Progress {
    const { execution } = this;
    if (result === 'ended') return 'ended';
    const asked = this.serve();
    if (result === 'budget' || asked) return 'moved';
    const next = execution.nextTimer;
    if (next !== undefined && next <= execution.now) return 'moved';
    if (this.isWaiting || next === undefined) return 'waiting';
    if (this.beforeTimePasses?.()) return 'moved';
    execution.advanceTo(next);
    return 'moved';
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
    this.pending.add(call.task);
    answer
      .then((made) => {
        if (this.pending.delete(call.task)) deliverAnswer(this.execution, call, made);
      })
      .then(() => this.answered(undefined), this.answered);
  }
}
