import type { StatePath } from '../src/asl';
import { PLAIN_OPTIONS } from '../src/worker/analysis.types';
import { createLanguageHost } from '../src/worker/languageHost';
import type { FromWorker, LanguageRequests, NextAnswer } from '../src/worker/protocol';
import type { SeenData } from '../src/worker/services.types';
import { median, round } from './statistics';
import { workflowText } from './workflow';

/** Number of states; with the last one the text is 1 MB. */
const SIZES = [50, 1000, 5000, 6500] as const;
/** The first third warms the compiler up: an editor that is typed into is warm. */
const ROUNDS = 18;

export interface LanguageFigure {
  readonly states: number;
  readonly kilobytes: number;
  /** From a changed text to what is to be drawn. */
  readonly drawingMs: number;
  /** From there to its findings. */
  readonly diagnosticsMs: number;
  /** Completion in a path, the question for the data included; of a text that has just been analysed. */
  readonly pathMs: number;
  /** Completion of a field's name. */
  readonly fieldMs: number;
  /** Completion in a field of a form, the question for the data included. */
  readonly draftMs: number;
  /** What the form of a state shows. */
  readonly formMs: number;
  /** The previews beside the expressions of fifty lines. */
  readonly hintsMs: number;
}

/** What the language worker takes to answer the editor, without the way to it and back; warm medians. */
export async function measureLanguage(): Promise<readonly LanguageFigure[]> {
  const figures: LanguageFigure[] = [];
  for (const states of SIZES) figures.push(await measure(states));
  return figures;
}

const SEEN: SeenData = {
  input: '{"a":5,"b":"x","list":[1,2,3]}',
  variables: '{}',
  executionInput: '{}',
  source: 'run',
};

async function measure(states: number): Promise<LanguageFigure> {
  const ask = connect();
  const base = workflowText(states);
  const middle = base.length >> 1;
  const taken: Record<'drawing' | 'diagnostics' | 'path' | 'field' | 'draft' | 'form' | 'hints', number[]> = {
    drawing: [],
    diagnostics: [],
    path: [],
    field: [],
    draft: [],
    form: [],
    hints: [],
  };
  const timed = async (name: keyof typeof taken, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    taken[name].push(performance.now() - start);
  };
  let drawn: number | undefined;
  let found: number | undefined;
  for (let i = 0; i < ROUNDS; i++) {
    // Another text in every round, as after a keystroke.
    const text = base.replace('"StartAt"', `"Comment": "round ${i}",\n  "StartAt"`);
    const variable = text.indexOf('$.b', middle) + 2;
    const name = text.indexOf('"Comment"', middle) + 2;
    const place = { text, format: 'json' } as const;
    const checked = { ...place, as: 'STANDARD' } as const;
    await timed('drawing', async () => {
      drawn = answerOf(await ask('analyse', { ...checked, drawing: PLAIN_OPTIONS, since: drawn }));
    });
    await timed('diagnostics', async () => {
      found = answerOf(await ask('findings', { ...checked, since: found }));
    });
    await timed('path', async () => {
      await ask('suggest', { ...place, offset: variable });
      await ask('suggest', { ...place, offset: variable, seen: SEEN });
    });
    await timed('field', () => ask('suggest', { ...place, offset: name }));
    const state = '/States/S0' as StatePath;
    const draft = { ...place, at: `${state}/InputPath`, notation: 'words', draft: '$.l', offset: 3 } as const;
    await timed('draft', async () => {
      await ask('fieldHelp', draft);
      await ask('fieldHelp', { ...draft, seen: SEEN });
    });
    await timed('form', () => ask('describeState', { ...place, state, as: 'STANDARD' }));
    const within = { start: middle, end: middle + 1500 };
    await timed('hints', async () => {
      const reply = await ask('valueHints', { ...place, within });
      const wanted = reply.type === 'reply' ? statesOf(reply.body) : [];
      await ask('valueHints', {
        ...place,
        within,
        seen: wanted.map((each) => ({ state: each, seen: SEEN })),
      });
    });
  }
  const warm = (name: keyof typeof taken) => round(median(taken[name].slice(ROUNDS / 3)), 1);
  return {
    states,
    kilobytes: round(base.length / 1024, 0),
    drawingMs: warm('drawing'),
    diagnosticsMs: warm('diagnostics'),
    pathMs: warm('path'),
    fieldMs: warm('field'),
    draftMs: warm('draft'),
    formMs: warm('form'),
    hintsMs: warm('hints'),
  };
}

const answerOf = (message: FromWorker): number | undefined =>
  message.type === 'reply' ? (message.body as NextAnswer<unknown>).answer : undefined;

const statesOf = (body: unknown): readonly StatePath[] =>
  typeof body === 'object' && body !== null && 'states' in body && Array.isArray(body.states)
    ? body.states
    : [];

type Ask = <Type extends keyof LanguageRequests>(
  type: Type,
  body: LanguageRequests[Type]['request'],
) => Promise<FromWorker>;

/** A language worker in this process. */
function connect(): Ask {
  let answered: (message: FromWorker) => void = () => {};
  const host = createLanguageHost((message) => answered(message));
  let id = 0;
  return (type, body) =>
    new Promise((resolve) => {
      answered = resolve;
      void host({ id: id++, type, body } as Parameters<typeof host>[0]);
    });
}
