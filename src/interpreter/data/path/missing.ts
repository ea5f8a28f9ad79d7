import { isJsonObject, type Json } from '../../../asl';
import type { PathRoot } from '../compiled.types';
import { javaText } from '../javaText';
import { MatchLimit } from '../pattern/match';
import { element, property } from './definite';
import type { Step } from './pathSyntax.types';

/**
 * Why a definite path finds no value, in Jayway's words: the first step that cannot be taken decides.
 * Recorded: scenarios/test_catch_states_runtime, scenarios/test_invalid_jsonpath.
 */
export function explainMissing(root: PathRoot, steps: readonly Step[], start: Json | undefined): string {
  if (start === undefined) {
    return root.kind === 'variable' ? `Variable '$${root.name}' is not defined` : 'No results for path: $';
  }
  let value = start;
  let path = '$';
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const text = stepText(step);
    if (step.kind === 'function')
      return 'Aggregation function attempted to calculate value using empty array';
    // An indefinite path is without value only when it was given up.
    if (step.kind !== 'names' && step.kind !== 'indexes') return new MatchLimit().message;
    const next = step.kind === 'names' ? nameStep(value, step.names) : indexStep(value, step);
    if (next !== undefined) {
      path += text;
      value = next;
      continue;
    }
    if (step.kind === 'names') {
      if (!isJsonObject(value)) {
        return `Expected to find an object with property ${text} in path ${path} but found '${javaClass(value)}'. This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.`;
      }
      return isLast ? noResults(steps) : `Missing property in path ${path}${text}`;
    }
    if (Array.isArray(value)) return noResults(steps);
    return value === null
      ? `The path ${path} is null`
      : `Filter: ${text} can only be applied to arrays. Current context is: ${javaText(value)}`;
  }
  return noResults(steps);
}

const nameStep = (value: Json, names: readonly string[]): Json | undefined => property(value, names[0] ?? '');

const indexStep = (value: Json, step: Step): Json | undefined =>
  step.kind === 'indexes' ? element(value, step.indexes[0] ?? 0) : undefined;

const noResults = (steps: readonly Step[]): string => `No results for path: $${steps.map(stepText).join('')}`;

function stepText(step: Step): string {
  switch (step.kind) {
    case 'names':
      return `[${step.names.map((name) => `'${name}'`).join(',')}]`;
    case 'indexes':
      return `[${step.indexes.join(',')}]`;
    case 'slice':
      return `[${step.from ?? ''}:${step.to ?? ''}]`;
    case 'wildcard':
      return '[*]';
    case 'filter':
      return '[?]';
    case 'descent':
      return '..';
    case 'function':
      return `.${step.name}()`;
  }
}

function javaClass(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'java.util.ArrayList';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  return Number.isInteger(value) ? 'java.lang.Integer' : 'java.lang.Double';
}
