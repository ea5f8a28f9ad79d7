import {
  buildGraph,
  buildModel,
  detectFormat,
  type Graph,
  parseText,
  type StateMachine,
  type TextFormat,
} from '../../asl';
import type { Execution, Timeline } from '../../interpreter';
import type { StartedExecution } from '../../services';
import type { ChildOnShow } from '../child.types';
import type { Pulse } from '../run/pulse';
import { readInSlices } from '../run/readInSlices';
import { resultOf } from '../run/resultOf';
import type { RunServices } from '../run/runServices';
import { ShownRun } from '../run/shownRun';
import type { BegunChildren } from '../run/stops/childWatch';
import type { MachineText, ProgressBatch } from '../run.types';

/** One of them, nothing of it shown yet. */
export interface ReadChild {
  readonly started: StartedExecution;
  readonly definition: MachineText & { readonly format: TextFormat };
  readonly machine: StateMachine;
  readonly shown: ShownRun;
}

/** A definition of theirs. */
interface ReadDefinition {
  readonly format: TextFormat;
  readonly machine: StateMachine;
  readonly graph: Graph;
}

/** What is known of the executions that Tasks start: of the services of a run. */
type StartingServices = Pick<Extract<RunServices, { readonly ok: true }>, 'started' | 'textOf'>;

/** The executions that a run's Tasks have started, and those that these started, by ARN. */
export class ChildRuns {
  private readonly byArn = new Map<string, StartedExecution>();
  /** By the execution whose Task started it, and the event that it begins with there. */
  private readonly byCall = new Map<Execution | undefined, Map<number, StartedExecution>>();
  private readonly models = new Map<string, ReadDefinition>();
  private known = 0;
  private readonly started: readonly StartedExecution[];

  /** @param services what they have started grows while the run goes on */
  constructor(private readonly services: StartingServices) {
    this.started = services.started;
  }

  get size(): number {
    return this.started.length;
  }

  has(execution: string): boolean {
    return this.find(execution) !== undefined;
  }

  /** The executions that one of them started, or that the run itself did, by the events of its timeline. */
  begunIn(parent: Execution | undefined): BegunChildren['begunWith'] {
    return (event) => {
      if (this.started.length === 0) return undefined;
      this.readOn();
      const found = this.byCall.get(parent)?.get(event);
      if (found === undefined) return undefined;
      const { machine, ending, execution } = found;
      const child = { execution: arnOf(found), machine };
      return ending === undefined || execution.status !== 'RUNNING' ? child : { ...child, ending };
    };
  }

  /** The events that these begin with. */
  eventsIn(parent: Execution | undefined): Iterable<number> {
    this.readOn();
    return this.byCall.get(parent)?.keys() ?? [];
  }

  /** @returns undefined when it was not started here */
  read(execution: string): ReadChild | undefined {
    const started = this.find(execution);
    const definition = this.definitionOf(execution);
    if (!started || !definition) return undefined;
    const { graph, machine, format } = this.modelOf(definition.text);
    const { timeline, settings } = started.execution;
    const shown = ShownRun.of(timeline, graph, { machine, settings, children: this });
    return { started, definition: { ...definition, format }, machine, shown };
  }

  /** What it is one of. */
  definitionOf(execution: string): MachineText | undefined {
    const started = this.find(execution);
    return started && this.services.textOf(started.known);
  }

  /** What is recorded of it. */
  timelineOf(execution: string): Timeline | undefined {
    return this.find(execution)?.execution.timeline;
  }

  /** Those that its Tasks have started. */
  startedBy(execution: string): readonly string[] {
    const parent = this.find(execution)?.execution;
    const started = parent === undefined ? undefined : this.byCall.get(parent);
    return started ? [...started.values()].map(arnOf) : [];
  }

  /** Many may be of one definition. */
  private modelOf(text: string): ReadDefinition {
    const known = this.models.get(text);
    if (known) return known;
    const format = detectFormat(text);
    const machine = buildModel(parseText(text, format));
    const read = { format, machine, graph: buildGraph(machine) };
    this.models.set(text, read);
    return read;
  }

  /** One of them as a run to be looked at, all of it. @param isGivenUp nobody wants to look at it any more */
  async open(
    execution: string,
    pulse: Pulse,
    isGivenUp: () => boolean,
  ): Promise<{ readonly shown: ShownRun; readonly child: ChildOnShow } | undefined> {
    const read = this.read(execution);
    if (!read) return undefined;
    const { shown, started } = read;
    await readInSlices(shown.fold, started.execution.timeline.length, pulse, isGivenUp);
    if (isGivenUp()) return undefined;
    const { states, taken } = shown.fold.takeChanges();
    const { timeline, now } = started.execution;
    const result = resultOf(started.execution);
    const child = childOnShow(read, {
      control: 'ended',
      now,
      events: timeline.mainEvents(timeline.length),
      transitions: shown.fold.entered,
      timeline: shown.fold.position,
      states,
      taken,
      ...(result === undefined ? {} : { result }),
    });
    return { shown, child };
  }

  private find(execution: string): StartedExecution | undefined {
    this.readOn();
    return this.byArn.get(execution);
  }

  private readOn(): void {
    for (; this.known < this.started.length; this.known++) {
      const next = this.started[this.known];
      if (!next) continue;
      this.byArn.set(arnOf(next), next);
      const { parent, call } = next;
      const siblings = this.byCall.get(parent) ?? new Map<number, StartedExecution>();
      this.byCall.set(parent, siblings);
      // The event that says that the service was called is the last one before the call.
      if (call.recorded !== undefined) siblings.set(call.recorded - 1, next);
    }
  }
}

/** @param progress as far as it is shown */
export function childOnShow(
  { started, definition }: ReadChild,
  progress: Omit<ProgressBatch, 'run'>,
): ChildOnShow {
  const { settings } = started.execution;
  const { text, format, type, name } = definition;
  return {
    ...progress,
    execution: settings.executionArn,
    name: settings.executionName,
    machine: name,
    text,
    format,
    type,
    input: inputOf(started),
    startedAt: settings.startTime,
  };
}

/** The input as its history has it. */
function inputOf({ execution }: StartedExecution): string {
  const first = execution.timeline.length > 0 ? execution.timeline.event(0) : undefined;
  return first?.type === 'ExecutionStarted' ? (first.executionStartedEventDetails.input ?? '{}') : '{}';
}

const arnOf = ({ execution }: StartedExecution): string => execution.settings.executionArn;
