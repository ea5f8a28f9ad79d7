import { joinPointer, nodeAtPointer, type State, type TextRange } from '../../asl';
import type { Stage, ValuePath } from '../../interpreter';
import type { BodyOfData, SearchPage, StageValue, Trace, ValuePlace, VisitStages } from '../data.types';
import { isFinal } from '../fold/visitTable';
import type { DataSource } from './dataSource';
import { searchData } from './searchData';
import { StageReader } from './stageReader';
import { traceValue } from './traceValue';

/** The data of a run: what each stage of a visit held, where values are found, and where they come from. */
export class RunData {
  private readonly reader: StageReader;
  private readonly encoder = new TextEncoder();

  constructor(private readonly source: DataSource) {
    this.reader = new StageReader(source);
  }

  async stages({ state, number, attempt }: BodyOfData<'getStages'>): Promise<VisitStages | null> {
    const { seen } = this.source;
    const last = number ?? seen.visitsOf(state).length - 1;
    const visit = await this.reader.read({ state, number: last }, attempt);
    if (visit === undefined) return null;
    return {
      state,
      number: last,
      language: visit.state.queryLanguage,
      type: visit.state.definition.Type ?? '',
      attempt: visit.attempt,
      attempts: visit.attempts,
      isOpen: !isFinal(seen.visits.status.get(visit.row)),
      stages: visit.stages.map((stage) => this.shown(visit.state, stage)),
    };
  }

  search({ query, from }: BodyOfData<'searchData'>): SearchPage {
    return searchData(this.source, query, from);
  }

  trace(place: ValuePlace): Promise<Trace> {
    return traceValue(this.source, this.reader, place);
  }

  private shown(state: State, { name, isUsed, field, value, problem, isApproximate }: Stage): StageValue {
    const text = value === undefined ? undefined : JSON.stringify(value);
    return {
      name,
      isUsed,
      ...(field === undefined ? {} : { field: field.join('.'), ...writtenAt(state, field) }),
      ...(text === undefined ? {} : { text, bytes: this.encoder.encode(text).length }),
      ...(problem === undefined ? {} : { problem }),
      ...(isApproximate ? { isApproximate } : {}),
    };
  }
}

/** Where a field stands in the text that was run. */
export function writtenAt(state: State, field: ValuePath): { readonly range?: TextRange } {
  const node = nodeAtPointer(state.node, joinPointer('', ...field));
  return node === undefined ? {} : { range: { start: node.start, end: node.end } };
}
