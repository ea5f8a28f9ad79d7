import type { Json } from '../../asl';
import { Failure } from '../data/failure';
import type { HistoryEvent } from '../events';
import type { EventRecord, ExecutionSettings, History } from '../execution.types';
import { AssigningExit, ScheduledTask } from './eventData';
import { IterationIndex } from './iterationIndex';
import type { OwnEvents } from './ownEvents';
import { renderEvent } from './renderEvent';

/** The history as views read it, over the log of a running execution: it grows while it is looked at. */
export class LoggedHistory implements History {
  private readonly iterations: IterationIndex;

  constructor(
    private readonly log: OwnEvents,
    private readonly settings: () => ExecutionSettings,
  ) {
    this.iterations = new IterationIndex(log);
  }

  get length(): number {
    return this.log.length;
  }

  record(index: number): EventRecord {
    const site = this.log.site(index);
    return {
      type: site.type,
      previousEventId: this.log.previousEventId(index),
      time: this.log.time(index),
      state: site.state?.path,
      stateName: site.state?.name,
    };
  }

  event(index: number): HistoryEvent {
    return renderEvent(this.log, index, this.settings());
  }

  value(index: number): Json | undefined {
    const data = this.log.dataOf(index);
    if (data instanceof ScheduledTask) return data.parameters;
    if (data instanceof AssigningExit) return data.output;
    return data instanceof Failure ? undefined : data;
  }

  mapIndex(index: number): readonly number[] {
    return this.iterations.of(index);
  }
}
