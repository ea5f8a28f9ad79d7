import type { Execution } from '../../interpreter';
import type { AskedCalls } from '../../services';
import type { Fold, FoldChanges } from '../fold/fold';
import { numberOf } from '../history/visitFacts';
import type { ProgressBatch, RunControl } from '../run.types';
import type { RunPoint } from '../runs/runs.types';
import { openCalls } from './openCalls';
import { resultOf } from './resultOf';
import type { RunClock } from './runClock';
import type { Stop, Stops } from './stops/stops';
import type { TimeSource } from './timeSource';

/** How a run goes on, as whoever plays it knows it. */
export interface Standing {
  readonly control: RunControl;
  /** Where a breakpoint or a step stopped it; absent: at the state entered last. */
  readonly stopped: Stop | undefined;
  /** The visit it stands at, -1 for none. */
  readonly visit: number;
  /** Why it paused by itself. */
  readonly note: string | undefined;
}

interface Parts {
  readonly execution: Execution;
  readonly fold: Fold;
  readonly stops: Stops;
  readonly asked: AskedCalls;
  readonly time: TimeSource;
  readonly clock: RunClock;
}

/** What is said of a run: to whoever watches it, and for the next time. */
export class RunReport {
  constructor(private readonly parts: Parts) {}

  /** Where it stands, to be brought back there. */
  point(standing: Standing): RunPoint {
    const { execution, fold, stops } = this.parts;
    const { control, stopped } = standing;
    const { at, ...figures } = this.figures(standing, fold.at);
    const { status, timeline } = execution;
    const { unsearched, met } = stops;
    return {
      recorded: timeline.length,
      shown: fold.position,
      ...figures,
      ...(at === undefined ? {} : { at }),
      ...(stopped === undefined || control !== 'paused' ? {} : { stopped: keptStop(stopped) }),
      ...(unsearched.length === 0 ? {} : { unsearched }),
      hits: met,
      ...(control === 'ended' && status !== 'RUNNING' ? { status } : {}),
    };
  }

  /** @param changes what became of its states */
  batch(standing: Standing, changes: FoldChanges): ProgressBatch {
    const { execution, fold, asked, clock } = this.parts;
    const { control, stopped, visit, note } = standing;
    const { states, taken, last, at: entered = fold.at } = changes;
    const [isOver, isPaused] = [control === 'ended', control === 'paused'];
    const reason = isPaused ? stopped?.reason : undefined;
    const result = isOver ? resultOf(execution) : undefined;
    const open = result === undefined ? openCalls(asked, execution) : undefined;
    const time = clock.spent(isOver);
    return {
      run: execution.settings.executionName,
      ...this.figures(standing, entered),
      ...(time === undefined ? {} : { time }),
      timeline: fold.position,
      states,
      taken,
      ...(last === undefined ? {} : { last }),
      ...(result === undefined ? {} : { result }),
      ...(open === undefined ? {} : { open }),
      ...(note === undefined ? {} : { note }),
      ...(reason === undefined ? {} : { reason }),
      ...(isPaused && visit >= 0 ? { visit: numberOf(fold, visit) } : {}),
    };
  }

  /** @param entered the state entered last */
  private figures({ control, stopped }: Standing, entered: Fold['at']) {
    const { execution, fold, time } = this.parts;
    const at = stopped === undefined || stopped.visit < 0 ? entered : fold.pathOf(stopped.visit);
    return {
      control,
      now: time.shown,
      events: execution.timeline.mainEvents(fold.position),
      transitions: fold.entered,
      ...(at === undefined ? {} : { at }),
    };
  }
}

/** That it is waited for is over when the page is gone. */
const keptStop = ({ visit, reason, later }: Stop): NonNullable<RunPoint['stopped']> => ({
  visit,
  ...(reason === undefined || later ? {} : { reason }),
});
