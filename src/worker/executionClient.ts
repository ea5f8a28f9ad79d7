import type { ExecutionClient, ExecutionNews, RunClient } from './client.types';
import type { BodyOf, ExecutionRequests, ReplyOf, RunRequests } from './protocol';
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
  const of = (run: string): RunClient => {
    const ask = <Type extends keyof RunRequests>(
      type: Type,
      body: BodyOf<RunRequests, Type>,
    ): Promise<ReplyOf<RunRequests, Type>> => {
      // What `Named` says of each request, which cannot be followed through a type that is not known yet.
      const named = { run, ask: body } as unknown as BodyOf<ExecutionRequests, Type>;
      return channel.request(type, named) as unknown as Promise<ReplyOf<RunRequests, Type>>;
    };
    return {
      async pause() {
        await ask('pause', null);
      },
      async continue(target) {
        await ask('continue', target === undefined ? {} : { target });
      },
      async step(kind) {
        await ask('step', { kind });
      },
      async setBreakpoints(breakpoints) {
        await ask('setBreakpoints', { breakpoints });
      },
      async stop() {
        const callOff = after(PATIENCE, () => channel.giveUp(HUNG));
        try {
          await ask('stop', null);
        } catch {
          // The worker is gone and the run with it: stopped all the same, and told as a crash.
        } finally {
          callOff();
        }
      },
      async setSpeed(speed) {
        await ask('setSpeed', { speed });
      },
      getEvents: (from, count) => ask('getEvents', { from, count }),
      getVisits: (state, from, count) => ask('getVisits', { state, from, count }),
      getVisit: async (state, number) => (await ask('getVisit', { state, number })) ?? undefined,
      askCalls: ask,
      showMoment: async (target) => (await ask('showMoment', { target })) ?? undefined,
      getTicks: (places) => ask('getTicks', { places }),
      getData: (watches) => ask('getData', { watches }),
      look: ask,
      ask,
      exportHistory: () => ask('exportHistory', null),
    };
  };
  return {
    of,
    load: (text, format, history, name) => channel.request('load', { text, format, history, name }),
    start: (run, speed, paused, stops, about = aboutOf(run), behind = false) =>
      channel.request('start', { run, speed, paused, stops, about, behind }),
    showRun: (run, speed, stops, goOn) => channel.request('showRun', { run, speed, stops, goOn }),
    showChild: (run, execution) => channel.request('showChild', { run, execution }),
    async stopInside(machines) {
      await channel.request('stopInside', { machines });
    },
    async closeRun(run) {
      await channel.request('closeRun', { run });
    },
    listRuns: () => channel.request('listRuns', null),
    removeRuns: (runs) => channel.request('removeRuns', { runs }),
    async limitRuns(limit) {
      await channel.request('limitRuns', { limit });
    },
    exportRun: (run) => channel.request('exportRun', { run }),
    importRun: (text) => channel.request('importRun', { text }),
    tryHandler: (call) => channel.request('tryHandler', call),
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
