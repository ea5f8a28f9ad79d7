import type { BranchResult } from '../amend.types';
import type { ExecutionClient, RunClient } from '../client.types';
import type { BodyOf, RunRequests } from '../protocol';

/** A client that asks about the run which it put on show last. */
export type WatchedClient = ExecutionClient & RunClient;

/** For tests of one run at a time: the requests about a run are about the one that was put on show last. */
export function watched(client: ExecutionClient): WatchedClient {
  let shown = '';
  const of = () => client.of(shown);
  return {
    ...client,
    load(text, format, history, name) {
      shown = name;
      return client.load(text, format, history, name);
    },
    start(run, ...how) {
      shown = run.settings.executionName;
      return client.start(run, ...how);
    },
    showRun(run, ...how) {
      shown = run;
      return client.showRun(run, ...how);
    },
    showChild(run, execution) {
      shown = execution;
      return client.showChild(run, execution);
    },
    pause: () => of().pause(),
    continue: (target) => of().continue(target),
    step: (kind) => of().step(kind),
    setBreakpoints: (breakpoints) => of().setBreakpoints(breakpoints),
    stop: () => of().stop(),
    setSpeed: (speed) => of().setSpeed(speed),
    getEvents: (from, count) => of().getEvents(from, count),
    getVisits: (state, from, count) => of().getVisits(state, from, count),
    getVisit: (state, number) => of().getVisit(state, number),
    askCalls: (type, body) => of().askCalls(type, body),
    showMoment: (target) => of().showMoment(target),
    getTicks: (places) => of().getTicks(places),
    getData: (watches) => of().getData(watches),
    look: (type, body) => of().look(type, body),
    async ask(type, body) {
      const reply = await of().ask(type, body);
      shown = (type === 'branch' && branchOf(body, reply)) || shown;
      return reply;
    },
    exportHistory: () => of().exportHistory(),
  };
}

/** The name of a branch that there is now. */
function branchOf(body: unknown, reply: unknown): string | undefined {
  const { branch } = body as BodyOf<RunRequests, 'branch'>;
  return (reply as BranchResult).ok ? branch.name : undefined;
}
