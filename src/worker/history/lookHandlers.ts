import type { LookRequests } from '../history.types';
import type { Named } from '../protocol';
import type { Handlers } from '../requestServer';
import type { HistoryLooks } from './historyLooks';

/** The answers to the views of the history. */
export const lookHandlers = (of: (run: string) => HistoryLooks): Handlers<Named<LookRequests>> => ({
  getTable: ({ run, ask }) => of(run).table(ask),
  getTimeline: ({ run }) => of(run).timeline(),
  getItems: ({ run, ask }) => of(run).items(ask),
  getVisitsWithin: ({ run, ask: { state, within, from, count } }) =>
    of(run).visitsWithin(state, within, from, count),
  getMeters: ({ run }) => of(run).meters(),
  getMocks: ({ run, ask }) => of(run).mocks(ask.timed),
  compareWith: ({ run, ask }) => of(run).compareWith(ask.recorded, ask.strict),
  getStages: ({ run, ask }) => of(run).data.stages(ask),
  searchData: ({ run, ask }) => of(run).data.search(ask),
  traceValue: ({ run, ask }) => of(run).data.trace(ask),
});
