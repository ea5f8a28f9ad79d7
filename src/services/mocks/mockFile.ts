import type { Json } from '../../asl';
import type { MockConfig, MockedResponse } from './mockConfig';
import { readJsonText } from './readJsonText';
import type { MockOutcome, MockRow, StateMock } from './stateMock';

/** A mock by the name of its state, which is how a MockConfigFile.json knows states. */
export interface NamedMock {
  readonly name: string;
  readonly mock: StateMock;
}

export interface MockFile {
  /** Formatted JSON. */
  readonly text: string;
  /** What the file cannot say, a sentence for each. */
  readonly left: readonly string[];
}

/** The last invocation a file can be asked for: AWS has no row without end. */
const LAST = 999;

/** The mocks of one test case as mocks of states, in the order of the file. Nothing of it is lost. */
export function mocksOfTestCase(config: MockConfig, machine: string, testCase: string): readonly NamedMock[] {
  const states = config.machines.get(machine)?.get(testCase) ?? new Map<string, string>();
  return [...states].map(([name, response]) => ({
    name,
    mock: mockOf(config.responses.get(response) ?? []),
  }));
}

function mockOf(response: MockedResponse): StateMock {
  const rows = response.map(
    (outcome): MockRow => ({
      from: outcome.from,
      to: outcome.to,
      outcome:
        outcome.type === 'return'
          ? { type: 'return', value: JSON.stringify(outcome.value, null, 2) }
          : { type: 'throw', error: outcome.error, cause: outcome.cause ?? '' },
    }),
  );
  return { kind: 'sequence', by: 'invocation', rows: rows.sort((a, b) => a.from - b.from) };
}

/** Writes the mocks as a MockConfigFile.json with one test case, as far as such a file can say them. */
export function writeMockFile(mocks: readonly NamedMock[], machine: string, testCase: string): MockFile {
  const left: string[] = [];
  const states: Record<string, Json> = {};
  const responses: Record<string, Json> = {};
  for (const { name, mock } of mocks) {
    const say = (what: string) => void left.push(`“${name}”: ${what}`);
    const rows = rowsOf(mock, say);
    const response = Object.fromEntries(rows.flatMap((row) => rowEntry(row, say)));
    if (Object.keys(response).length === 0) continue;
    states[name] = `${name} answers`;
    responses[`${name} answers`] = response;
  }
  const file = {
    StateMachines: { [machine]: { TestCases: { [testCase]: states } } },
    MockedResponses: responses,
  };
  return { text: `${JSON.stringify(file, null, 2)}\n`, left };
}

type Say = (what: string) => void;

function rowsOf(mock: StateMock, say: Say): readonly MockRow[] {
  switch (mock.kind) {
    case 'fixed':
    case 'pinned':
      return [{ from: 0, to: LAST, outcome: mock.outcome }];
    case 'sequence':
      if (mock.by === 'attempt' && mock.rows.length > 1)
        say('counts attempts of each visit; the file counts invocations of the whole execution.');
      return mock.rows;
    case 'rules':
      say('answers by rules, which the file does not have.');
      return [];
    case 'rate':
      say('fails at a rate, which the file does not have.');
      return [];
    case 'handler':
      say('answers by a handler, which the file does not have.');
      return [];
    case 'ask':
      say('is left to the user, which the file does not have.');
      return [];
    case 'stub':
      return [];
  }
}

function rowEntry({ from, to, outcome }: MockRow, say: Say): readonly (readonly [string, Json])[] {
  const end = to ?? Math.max(from, LAST);
  const written = writtenOutcome(outcome, say);
  if (written === undefined) return [];
  if (outcome.latency) say('its latency cannot be said in the file.');
  return [[from === end ? `${from}` : `${from}-${end}`, written]];
}

function writtenOutcome(outcome: MockOutcome, say: Say): Json | undefined {
  switch (outcome.type) {
    case 'return': {
      const read = readJsonText(outcome.value);
      if (!read.ok) say('has a result that is not JSON.');
      return read.ok ? { Return: read.json } : undefined;
    }
    case 'throw':
      return { Throw: { Error: outcome.error, ...(outcome.cause === '' ? {} : { Cause: outcome.cause }) } };
    case 'timeout':
      return { Throw: { Error: 'States.Timeout' } };
    case 'never':
      say('never answers, which cannot be said in the file.');
      return undefined;
  }
}
