import type { AnalyseResult } from './analysis.types';
import type { LanguageClient } from './client.types';
import type { LanguageRequests } from './protocol';
import { RequestChannel, type WorkerPort } from './requestChannel';

export function connectLanguageClient(open: () => WorkerPort): LanguageClient {
  const channel = new RequestChannel<LanguageRequests>({ name: 'The language worker', open });
  /** What came last, and the answer it was. One request takes it: another one at the same time gets a whole answer. */
  let last: { readonly answer: number; readonly result: AnalyseResult } | undefined;
  return {
    async analyse(text, format, drawing, as) {
      const known = last;
      last = undefined;
      const request = { text, format, drawing, as, since: known?.answer };
      const { answer, delta } = await channel.request('analyse', request);
      // The worker made the delta from an analysis, so it leads to one.
      const result = (
        delta.type === 'value'
          ? delta.value
          : (await import('./delta/applyDelta')).applyDelta(known?.result, delta)
      ) as AnalyseResult;
      last = { answer, result };
      return result;
    },
    planEdit: (text, format, intent) => channel.request('planEdit', { text, format, intent }),
    planFixes: (text, format, choice, as) => channel.request('planFixes', { text, format, choice, as }),
    format: (text, from, to) => channel.request('format', { text, from, to }),
    recognise: (text) => channel.request('recognise', { text }),
    copyStates: async (text, format, states) =>
      (await channel.request('copyStates', { text, format, states })) ?? undefined,
    scaffoldMocks: (text, format, name) => channel.request('scaffoldMocks', { text, format, name }),
    renameInMocks: (text, rename) => channel.request('renameInMocks', { text, rename }),
    checkMocks: (text, format, mocks) => channel.request('checkMocks', { text, format, mocks }),
    describeState: async (text, format, state, as) =>
      (await channel.request('describeState', { text, format, state, as })) ?? undefined,
    describeMachine: async (text, format, as) =>
      (await channel.request('describeMachine', { text, format, as })) ?? undefined,
    compare: (before, after, direction) => channel.request('compare', { before, after, direction }),
    tryState: (text, format, trial, now) => channel.request('tryState', { text, format, trial, now }),
    askRecorded: (type, body) => channel.request(type, body),
    refactor: (text, format, refactoring) => channel.request('refactor', { text, format, refactoring }),
    checkRefactoring: (run, after) => channel.request('checkRefactoring', { run, after }),
    askService: (type, body) => channel.request(type, body),
    warmUp: () => channel.warmUp(),
    dispose: () => channel.dispose(),
  };
}
