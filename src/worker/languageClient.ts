import type { Diagnostic } from '../asl';
import type { AnalyseResult } from './analysis.types';
import type { LanguageClient } from './client.types';
import type { LanguageRequests, NextAnswer } from './protocol';
import { RequestChannel, type WorkerPort } from './requestChannel';

export function connectLanguageClient(open: () => WorkerPort): LanguageClient {
  const channel = new RequestChannel<LanguageRequests>({ name: 'The language worker', open });
  const analyses = follow<AnalyseResult>();
  const findings = follow<readonly Diagnostic[]>();
  return {
    analyse: (text, format, drawing, as) =>
      analyses((since) => channel.request('analyse', { text, format, drawing, as, since })),
    findings: (text, format, as) =>
      findings((since) => channel.request('findings', { text, format, as, since })),
    planEdit: (text, format, intent) => channel.request('planEdit', { text, format, intent }),
    planFixes: (text, format, choice, as) => channel.request('planFixes', { text, format, choice, as }),
    format: (text, from, to) => channel.request('format', { text, from, to }),
    recognise: (text) => channel.request('recognise', { text }),
    copyStates: async (text, format, states) =>
      (await channel.request('copyStates', { text, format, states })) ?? undefined,
    scaffoldMocks: (text, format, name) => channel.request('scaffoldMocks', { text, format, name }),
    renameInMocks: (text, rename) => channel.request('renameInMocks', { text, rename }),
    readCondition: (text, language) => channel.request('readCondition', { text, language }),
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

/**
 * Makes whole answers of what the worker says became of the one before. A question takes that: another one at the same
 * time gets a whole answer.
 */
function follow<Result>() {
  let last: { readonly answer: number; readonly result: Result } | undefined;
  return async (ask: (since: number | undefined) => Promise<NextAnswer<Result>>): Promise<Result> => {
    const known = last;
    last = undefined;
    const { answer, delta } = await ask(known?.answer);
    const value =
      delta.type === 'value'
        ? delta.value
        : (await import('./delta/applyDelta')).applyDelta(known?.result, delta);
    // The worker made the delta from such a result, so it leads to one.
    const result = value as Result;
    last = { answer, result };
    return result;
  };
}
