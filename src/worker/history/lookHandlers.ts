import type { LookRequests } from '../history.types';
import type { Handlers } from '../requestServer';
import type { HistoryLooks } from './historyLooks';

/** The answers to the views of the history, about the run on show. */
export const lookHandlers = (onShow: () => HistoryLooks): Handlers<LookRequests> => ({
  getTable: (request) => onShow().table(request),
  getTimeline: () => onShow().timeline(),
  getItems: (map) => onShow().items(map),
  getVisitsWithin: ({ state, within, from, count }) => onShow().visitsWithin(state, within, from, count),
  getMeters: () => onShow().meters(),
  getMocks: ({ timed }) => onShow().mocks(timed),
  compareWith: ({ recorded, strict }) => onShow().compareWith(recorded, strict),
  getStages: (request) => onShow().data.stages(request),
  searchData: (request) => onShow().data.search(request),
  traceValue: (place) => onShow().data.trace(place),
});
