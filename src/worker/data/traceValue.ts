import { isJsonObject, type Json, joinPointer, nodeAtPointer, pointerSegments, type State } from '../../asl';
import {
  type Origin,
  originOf,
  type Reading,
  type StageName,
  type ValuePath,
  type Written,
} from '../../interpreter';
import type { Trace, TraceEnd, TraceLink, ValuePlace } from '../data.types';
import { assignedBy } from '../fold/assignedBy';
import { numberOf } from '../history/visitFacts';
import type { DataSource } from './dataSource';
import type { ReadVisit, StageReader } from './stageReader';
import { pathWords, stageWords } from './traceWords';
import { excerptOf, valueAt } from './valueAt';

const MOST_LINKS = 300;

/** A value's place, with its visit read. */
interface At {
  readonly visit: ReadVisit;
  readonly stage: StageName;
  readonly path: ValuePath;
}

type Step = { readonly to: At; readonly by?: Written } | { readonly end: TraceEnd };

/** Follows a value of a visit back, stage by stage and visit by visit, to where it came into the run or was computed. */
export async function traceValue(source: DataSource, reader: StageReader, place: ValuePlace): Promise<Trace> {
  const visit = await reader.read(place.visit);
  if (visit === undefined) return { links: [], end: end('unknown', 'There was no such visit.') };
  const links: TraceLink[] = [];
  let at: At = { visit, stage: place.stage, path: place.path };
  const tracer = new Tracer(source, reader);
  while (links.length < MOST_LINKS) {
    const step = await tracer.back(at);
    links.push(linkOf(source, at, 'to' in step ? step.by : undefined));
    if ('end' in step) return { links, end: step.end };
    at = step.to;
  }
  return { links, end: end('unknown', 'The way is longer than can be shown.') };
}

class Tracer {
  constructor(
    private readonly source: DataSource,
    private readonly reader: StageReader,
  ) {}

  /** One step back. */
  async back(at: At): Promise<Step> {
    const { visit, stage, path } = at;
    const origin = originOf(visit.state, visit.stages, stage, path);
    switch (origin.kind) {
      case 'stage':
        return this.surely(at, { visit, stage: origin.stage, path: origin.path }, origin.by);
      case 'written':
        return { end: told(visit.state, 'written', 'It is written in the definition.', origin.by) };
      case 'computed':
        return { end: computed(this.source, visit, origin) };
      case 'variable':
        return this.variable(at, origin);
      case 'context':
        return this.context(at, origin);
      case 'work':
        return this.work(at);
      case 'entry':
        return this.entry(at);
    }
  }

  /** Only where the value is the same; otherwise what is written made it another one. */
  private surely(from: At, to: At, by: Written | undefined): Step {
    if (isSame(heldAt(from), heldAt(to))) return { to, ...(by ? { by } : {}) };
    const reads: readonly Reading[] = [{ kind: 'stage', stage: to.stage, path: to.path }];
    if (by) return { end: computed(this.source, from.visit, { kind: 'computed', by, reads }) };
    return { end: end('unknown', 'What was recorded does not say.') };
  }

  private async variable(at: At, { name, path, by }: Extract<Origin, { kind: 'variable' }>): Promise<Step> {
    const row = assignerOf(this.source, at.visit.row, name);
    const visit = await this.reader.readRow(row);
    if (visit === undefined)
      return {
        end: told(at.visit.state, 'unknown', `Nothing in the run says what gave $${name} its value.`, by),
      };
    return this.surely(at, { visit, stage: 'assign', path: [name, ...path] }, by);
  }

  private async context(at: At, { path, by }: Extract<Origin, { kind: 'context' }>): Promise<Step> {
    const [first, second, third, ...rest] = path;
    const { visit } = at;
    if (first === 'Execution' && second === 'Input')
      return {
        end: told(
          visit.state,
          'executionInput',
          `It is ${pathWords(path.slice(2))} of the execution's input.`,
          by,
        ),
      };
    const isItem = first === 'Map' && second === 'Item' && third === 'Value';
    if (isItem && at.stage === 'itemSelector') {
      const [index] = at.path;
      if (index !== undefined) return this.surely(at, { visit, stage: 'items', path: [index, ...rest] }, by);
    }
    const around = isItem ? await this.itemAround(visit.row) : undefined;
    if (around)
      return this.surely(at, { visit: around.map, stage: 'items', path: [around.index, ...rest] }, by);
    return { end: told(visit.state, 'context', `It is ${pathWords(path)} of the context object.`, by) };
  }

  private async itemAround(row: number) {
    const { visits } = this.source.seen;
    for (let at = row; at >= 0; at = visits.parent.get(at)) {
      const index = visits.iteration.get(at);
      if (index < 0) continue;
      const map = await this.reader.readRow(visits.parent.get(at));
      return map && { map, index };
    }
    return undefined;
  }

  /** What the state's work gave. */
  private async work(at: At): Promise<Step> {
    const { visit, stage, path } = at;
    const { definition, name } = visit.state;
    if (stage === 'errorOutput')
      return { end: end('error', `It is the error of “${name}”, as its catcher got it.`) };
    if (stage === 'items') return { end: end('service', `“${name}” read it from S3.`) };
    if (definition.Type === 'Task') {
      const which = visit.attempts > 1 ? ` at attempt ${visit.attempt + 1}` : '';
      const words = `The service of “${name}” answered with it${which}.`;
      return {
        end: {
          ...told(visit.state, 'service', words, { field: ['Resource'], expression: '' }),
          expression: definition.Resource ?? '',
        },
      };
    }
    const [lane, ...rest] = path;
    const rows = this.source.lanes(visit.row).find(([each]) => each === lane)?.[1];
    const inside = await this.reader.readRow(rows?.at(-1) ?? -1);
    if (inside) return this.surely(at, { visit: inside, stage: 'output', path: rest }, undefined);
    const parts = definition.Type === 'Map' ? 'items' : 'branches';
    return { end: end('computed', `It is the list of what the ${parts} of “${name}” gave.`) };
  }

  /** What came with the input: from the state before, the container, or from outside. */
  private async entry(at: At): Promise<Step> {
    const { history, seen } = this.source;
    const { visits } = seen;
    const { row } = at.visit;
    const entered = visits.entered.get(row);
    const amended = history.marks.some(
      (mark) => mark.type === 'amend' && mark.position === entered && mark.changesInput,
    );
    if (amended) return { end: end('byHand', 'The input of the state was changed by hand.') };
    const previous = history.record(entered).previousEventId - 1;
    const type = previous < 0 ? undefined : history.record(previous).type;
    if (visits.parent.get(row) < 0 && (type === undefined || type === 'ExecutionStarted'))
      return { end: end('executionInput', `It is ${pathWords(at.path)} of the execution's input.`) };
    const before = visits.visitOf(previous);
    if (type?.endsWith('StateExited') && visits.parent.get(before) === visits.parent.get(row))
      return this.toOutput(at, before);
    return this.fromContainer(at, visits.parent.get(row), visits.iteration.get(row));
  }

  private async toOutput(at: At, row: number): Promise<Step> {
    const visit = await this.reader.readRow(row);
    if (visit === undefined) return { end: end('unknown', 'What was recorded does not say.') };
    return this.surely(at, { visit, stage: 'output', path: at.path }, undefined);
  }

  private async fromContainer(at: At, row: number, item: number): Promise<Step> {
    const visit = await this.reader.readRow(row);
    if (visit === undefined) return { end: end('unknown', 'What was recorded does not say.') };
    const { definition, queryLanguage } = visit.state;
    if (definition.Type === 'Map') {
      if (definition.ItemBatcher !== undefined)
        return { end: end('computed', `“${visit.state.name}” put it into a batch of items.`) };
      return this.surely(at, { visit, stage: 'itemSelector', path: [item, ...at.path] }, undefined);
    }
    const stage = queryLanguage === 'JSONata' ? 'arguments' : 'parameters';
    return this.surely(at, { visit, stage, path: at.path }, undefined);
  }
}

const heldAt = ({ visit, stage, path }: At): Json | undefined =>
  valueAt(visit.stages.find(({ name }) => name === stage)?.value, path);

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));

/** With the keys of its objects in one order. */
const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
};

/** The visit that gave a variable the value that another visit found; -1 for none. */
function assignerOf({ history, seen }: DataSource, row: number, name: string): number {
  const { visits } = seen;
  let at = visits.entered.get(row);
  for (let steps = history.length; at >= 0 && steps > 0; steps--) {
    const record = history.record(at);
    if (record.childIndex !== undefined) return -1;
    at = record.previousEventId - 1;
    if (at < 0) return -1;
    const { type } = history.record(at);
    if (!type.endsWith('StateExited')) continue;
    if (Object.hasOwn(assignedBy(history, at), name)) return visits.visitOf(at);
    const visit = visits.visitOf(at);
    if ((type === 'MapStateExited' || type === 'ParallelStateExited') && visit >= 0)
      at = visits.entered.get(visit);
  }
  return -1;
}

function linkOf({ seen }: DataSource, at: At, by: Written | undefined): TraceLink {
  const { visit, stage, path } = at;
  return {
    visit: { state: visit.state.path, number: numberOf(seen, visit.row) },
    stage,
    path,
    excerpt: excerptOf(heldAt(at)),
    ...(by ? writtenIn(visit.state, by) : {}),
  };
}

function writtenIn(state: State, { field, expression }: Written) {
  const node = nodeAtPointer(state.node, joinPointer('', ...field));
  return { expression, ...(node ? { range: { start: node.start, end: node.end } } : {}) };
}

const end = (kind: TraceEnd['kind'], words: string): TraceEnd => ({ kind, words, reads: [] });

function told(state: State, kind: TraceEnd['kind'], words: string, by: Written | undefined): TraceEnd {
  return { ...end(kind, words), state: state.path, ...(by ? writtenIn(state, by) : {}) };
}

function computed(
  { seen }: DataSource,
  { state, row }: ReadVisit,
  { by, reads }: Extract<Origin, { kind: 'computed' }>,
): TraceEnd {
  const visit = { state: state.path, number: numberOf(seen, row) };
  const field = by.field.filter((key) => typeof key === 'string').join('.');
  return {
    ...told(state, 'computed', `Computed by ${field} of “${pointerSegments(state.path).at(-1) ?? ''}”.`, by),
    reads: reads.map((reading) => ({
      words: readingWords(reading),
      ...(reading.kind === 'stage' ? { place: { visit, stage: reading.stage, path: reading.path } } : {}),
    })),
  };
}

function readingWords(reading: Reading): string {
  switch (reading.kind) {
    case 'stage':
      return `${stageWords(reading.stage)} ${pathWords(reading.path)}`;
    case 'variable':
      return pathWords(reading.path).replace('$', `$${reading.name}`);
    case 'context':
      return `context ${pathWords(reading.path)}`;
  }
}
