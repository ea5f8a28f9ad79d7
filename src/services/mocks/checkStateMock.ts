import type { QueryLanguage } from '../../asl';
import { compileCondition, mockResultProblem } from '../../interpreter';
import { readJsonText } from './readJsonText';
import { type MockOutcome, type MockRow, outcomesOf, type StateMock } from './stateMock';

/** What is to be said of a mock. A run with a problem does not start; a warning only says what AWS would not do. */
export interface MockFindings {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** @param resource the Task's, for the shape of its results */
export function checkStateMock(mock: StateMock, resource: string, language: QueryLanguage): MockFindings {
  const outcomes = outcomesOf(mock);
  const problems = outcomes.flatMap(({ place, outcome }) => at(place, outcomeProblems(outcome)));
  const warnings = outcomes.flatMap(({ place, outcome }) => at(place, outcomeWarnings(outcome, resource)));
  return { problems: [...problems, ...ownProblems(mock, language)], warnings };
}

const at = (place: string, found: readonly string[]) =>
  found.map((text) => (place === '' ? text : `${place}: ${text}`));

function outcomeProblems(outcome: MockOutcome): readonly string[] {
  const problems: string[] = [];
  if (outcome.type === 'return') {
    const read = readJsonText(outcome.value);
    if (!read.ok) problems.push(`The result is not JSON: ${read.reason}`);
  }
  if (outcome.type === 'throw' && outcome.error.trim() === '') problems.push('The error has no name.');
  if (outcome.latency !== undefined && !isDuration(outcome.latency)) {
    problems.push('The latency must be a number of seconds, 0 or more.');
  }
  return problems;
}

function outcomeWarnings(outcome: MockOutcome, resource: string): readonly string[] {
  if (outcome.type !== 'return') return [];
  const read = readJsonText(outcome.value);
  const problem = read.ok ? mockResultProblem(resource, read.json, 'STRICT') : undefined;
  return problem === undefined ? [] : [`The service would not answer so: ${problem}.`];
}

function ownProblems(mock: StateMock, language: QueryLanguage): readonly string[] {
  switch (mock.kind) {
    case 'sequence':
      return mock.rows.length === 0 ? ['The sequence has no row.'] : rowProblems(mock.rows);
    case 'rules':
      return mock.rules.flatMap(({ when }, index) => {
        if (when.type === 'item')
          return isCount(when.index) ? [] : [`Rule ${index + 1}: An item is a whole number from 0.`];
        const compiled = compileCondition(when.text, language);
        return typeof compiled === 'string' ? [`Rule ${index + 1}: ${compiled}`] : [];
      });
    case 'rate': {
      const { rate, error, latency } = mock;
      return [
        ...(rate >= 0 && rate <= 1 ? [] : ['The failure rate must be from 0 to 100 %.']),
        ...(error.trim() === '' ? ['The error has no name.'] : []),
        ...(isDuration(latency.from) && isDuration(latency.to) && latency.from <= latency.to
          ? []
          : ['The latency must go from a number of seconds to one that is not less.']),
      ];
    }
    case 'handler':
      return mock.source.trim() === '' ? ['The handler is empty.'] : [];
    default:
      return [];
  }
}

function rowProblems(rows: readonly MockRow[]): readonly string[] {
  return rows.flatMap((row, index) => {
    const { from, to } = row;
    if (!isCount(from) || (to !== null && (!isCount(to) || to < from))) {
      return [`Row ${index + 1}: It must go from a whole number, 0 or more, to one that is not less.`];
    }
    const other = rows.slice(0, index).findIndex((each) => meets(each, row));
    return other < 0 ? [] : [`Row ${index + 1}: Row ${other + 1} answers some of these calls already.`];
  });
}

const meets = (a: MockRow, b: MockRow): boolean =>
  a.from <= (b.to ?? Number.POSITIVE_INFINITY) && b.from <= (a.to ?? Number.POSITIVE_INFINITY);

const isDuration = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 99_999_999;
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
