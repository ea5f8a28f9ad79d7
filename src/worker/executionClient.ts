import type { ExecutionClient, ExecutionNews } from './client.types';
import type { ExecutionRequests } from './protocol';
import { RequestChannel, type WorkerPort } from './requestChannel';
import type { RunRequest } from './run.types';
import type { RunAbout } from './runs/runs.types';

/** Milliseconds a worker has to answer a Stop. It listens every few, unless an expression does not end. */
const PATIENCE = 1000;
const HUNG = 'Stopped: an expression did not end, so its worker was replaced. Your text is untouched.';

/** @param after calls back after some milliseconds; returns how to call it off */
export function connectExecutionClient(
  open: () => WorkerPort,
  after: (delay: number, action: () => void) => () => void,
): ExecutionClient {
  const listeners = new Set<(news: ExecutionNews) => void>();
  const tell = (news: ExecutionNews) => {
    for (const listener of [...listeners]) listener(news);
  };
  const channel = new RequestChannel<ExecutionRequests>({
    name: 'The execution worker',
    open,
    pushed: tell,
    died: (message) => tell({ type: 'crashed', message }),
  });
  return {
    load: (text, format, history, name) => channel.request('load', { text, format, history, name }),
    start: (run, speed, paused, stops, about = aboutOf(run)) =>
      channel.request('start', { run, speed, paused, stops, about }),
    showRun: (run, speed, stops, goOn) => channel.request('showRun', { run, speed, stops, goOn }),
    showChild: (run, execution) => channel.request('showChild', { run, execution }),
    async closeRun(run) {
      await channel.request('closeRun', { run });
    },
    listRuns: () => channel.request('listRuns', null),
    async removeRuns(runs) {
      await channel.request('removeRuns', { runs });
    },
    async limitRuns(limit) {
      await channel.request('limitRuns', { limit });
    },
    exportRun: (run) => channel.request('exportRun', { run }),
    importRun: (text) => channel.request('importRun', { text }),
    async pause() {
      await channel.request('pause', null);
    },
    async continue(target) {
      await channel.request('continue', target === undefined ? {} : { target });
    },
    async step(kind) {
      await channel.request('step', { kind });
    },
    async setBreakpoints(run, breakpoints) {
      await channel.request('setBreakpoints', { run, breakpoints });
    },
    async stop() {
      const callOff = after(PATIENCE, () => channel.giveUp(HUNG));
      try {
        await channel.request('stop', null);
      } catch {
        // The worker is gone and the run with it: stopped all the same, and told as a crash.
      } finally {
        callOff();
      }
    },
    async setSpeed(speed) {
      await channel.request('setSpeed', { speed });
    },
    getEvents: (from, count) => channel.request('getEvents', { from, count }),
    getVisits: (state, from, count) => channel.request('getVisits', { state, from, count }),
    getVisit: async (state, number) => (await channel.request('getVisit', { state, number })) ?? undefined,
    tryHandler: (call) => channel.request('tryHandler', call),
    askCalls: (type, body) => channel.request(type, body),
    showMoment: async (target) => (await channel.request('showMoment', { target })) ?? undefined,
    getTicks: (places) => channel.request('getTicks', { places }),
    getData: (watches) => channel.request('getData', { watches }),
    look: (type, body) => channel.request(type, body),
    ask: (type, body) => channel.request(type, body),
    exportHistory: () => channel.request('exportHistory', null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => channel.dispose(),
  };
}

const aboutOf = ({ settings }: RunRequest): RunAbout => ({
  name: 'Run',
  document: settings.stateMachineName,
  startedAt: settings.startTime,
});
