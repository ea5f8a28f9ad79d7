import { buildGraph, buildModel, detectFormat, parseText } from '../../asl';
import type { StartedExecution } from '../../services';
import type { ChildOnShow } from '../child.types';
import { resultOf } from '../run/resultOf';
import { ShownRun } from '../run/shownRun';
import type { MachineText } from '../run.types';

/** The executions that a run's Tasks have started, and those that these started, by ARN. */
export class ChildRuns {
  private readonly byArn = new Map<string, StartedExecution>();
  private read = 0;

  /** @param started grows while the run goes on */
  constructor(
    private readonly started: readonly StartedExecution[],
    private readonly machines: readonly MachineText[],
  ) {}

  get size(): number {
    return this.started.length;
  }

  has(execution: string): boolean {
    return this.find(execution) !== undefined;
  }

  /** One of them as a run to be looked at; undefined when it was not started here. */
  open(execution: string): { readonly shown: ShownRun; readonly child: ChildOnShow } | undefined {
    const found = this.find(execution);
    const definition = this.machines.filter(({ name }) => name === found?.machine).at(-1);
    if (!found || !definition) return undefined;
    const { text, name: machine, type } = definition;
    const format = detectFormat(text);
    const model = buildModel(parseText(text, format));
    const { timeline, settings } = found.execution;
    const shown = ShownRun.of(timeline, buildGraph(model), { machine: model, settings, children: this });
    shown.fold.advance();
    const { states, taken } = shown.fold.takeChanges();
    const result = resultOf(found.execution);
    const child: ChildOnShow = {
      execution,
      name: settings.executionName,
      machine,
      text,
      format,
      type,
      input: inputOf(found),
      startedAt: settings.startTime,
      now: found.execution.now,
      events: timeline.mainEvents(timeline.length),
      transitions: shown.fold.entered,
      timeline: shown.fold.position,
      states,
      taken,
      ...(result === undefined ? {} : { result }),
    };
    return { shown, child };
  }

  private find(execution: string): StartedExecution | undefined {
    for (; this.read < this.started.length; this.read++) {
      const next = this.started[this.read];
      if (next) this.byArn.set(next.execution.settings.executionArn, next);
    }
    return this.byArn.get(execution);
  }
}

/** The input as its history has it. */
function inputOf({ execution }: StartedExecution): string {
  const first = execution.timeline.length > 0 ? execution.timeline.event(0) : undefined;
  return first?.type === 'ExecutionStarted' ? (first.executionStartedEventDetails.input ?? '{}') : '{}';
}
