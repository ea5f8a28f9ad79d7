import { JSONATA_FUNCTIONS, nearestName, type TextRange } from '../../asl';
import type { StatesVariable } from '../data/compiled.types';
import type { EvaluationScope } from '../data/evaluationScope';
import { compileForLibrary } from '../data/jsonata/library';
import { boundIn } from './boundIn';
import { described } from './described';
import { readThrown, type Thrown } from './thrown';
import { operatorsAt, type ThrownPlace, thrownPlace } from './thrownPlace';
import { thrownWords } from './thrownWords';

/** A text to write in place of an expression, and what it is called. */
export interface Repair {
  readonly title: string;
  readonly text: string;
}

/** Where and why a JSONata expression throws. */
export interface ExpressionFault {
  readonly code: string | undefined;
  /** Undefined: nowhere in particular. */
  readonly marked: TextRange | undefined;
  readonly reason: string;
  /** What may have been meant; not yet tried. */
  readonly repairs: readonly Repair[];
}

/** Evaluates a JSONata expression to see where it throws; undefined when it does not. */
export async function expressionFault(
  text: string,
  states: StatesVariable,
  scope: EvaluationScope,
): Promise<ExpressionFault | undefined> {
  try {
    await compileForLibrary(text)(states, scope);
    return undefined;
  } catch (error) {
    const thrown = readThrown(error);
    const place = thrownPlace(text, thrown);
    return {
      code: thrown.code,
      marked: place && (operandOf(place, thrown) ?? place.marked),
      reason: noFunction(text, thrown, scope) ?? thrownWords(thrown),
      repairs: place === undefined ? [] : repairsOf(text, place, thrown),
    };
  }
}

/** A name that is called and has a value, only none that is a function. */
function noFunction(text: string, { code, token }: Thrown, scope: EvaluationScope): string | undefined {
  if (code !== 'T1006' || token === undefined) return undefined;
  const value = scope.variable(token);
  if (value !== undefined) return `$${token} is ${described(value)} here, and no function.`;
  return boundIn(text).has(`$${token}`) ? `$${token} is no function here.` : undefined;
}

/** The side of an operator that it cannot work with, where that is a chain of names. */
function operandOf({ left, right }: ThrownPlace, { code }: Thrown): TextRange | undefined {
  if (code === 'T2001') return left;
  return code === 'T2002' ? right : undefined;
}

function repairsOf(text: string, place: ThrownPlace, thrown: Thrown): readonly Repair[] {
  switch (thrown.code) {
    case 'T2001':
    case 'T2002':
      return [...asNumber(text, place), ...joined(text, place, thrown), ...allJoined(text, thrown)];
    case 'T2009':
      return asNumber(text, place);
    case 'T1005':
      return [{ title: `Call $${thrown.token}`, text: replaced(text, place.marked, `$${thrown.token}`) }];
    case 'T1006':
      return nearestFunction(text, place, thrown);
    default:
      return [];
  }
}

/** Numbers that came as texts: on the left, on the right, on both sides. */
function asNumber(text: string, { left, right }: ThrownPlace): readonly Repair[] {
  const read = (ranges: readonly (TextRange | undefined)[]): readonly Repair[] => {
    const there = ranges.filter((range) => range !== undefined);
    if (there.length < ranges.length) return [];
    const names = there.map(({ start, end }) => text.slice(start, end));
    // From the last one, so that the places before it stay.
    const better = there.reduceRight(
      (written, range) => replaced(written, range, `$number(${text.slice(range.start, range.end)})`),
      text,
    );
    return [
      { title: `Read ${names.join(' and ')} as ${names.length > 1 ? 'numbers' : 'a number'}`, text: better },
    ];
  };
  return [...read([left]), ...read([right]), ...read([left, right])];
}

function joined(text: string, { operator }: ThrownPlace, { token, value }: Thrown): readonly Repair[] {
  if (token !== '+' || operator === undefined || typeof value !== 'string') return [];
  return [{ title: 'Join the texts with &', text: replaced(text, operator, '&') }];
}

/** Texts that are put together with more than one +. */
function allJoined(text: string, { token, value }: Thrown): readonly Repair[] {
  const places = token === '+' && typeof value === 'string' ? operatorsAt(text, '+') : [];
  if (places.length < 2) return [];
  const better = places.reduceRight((written, range) => replaced(written, range, '&'), text);
  return [{ title: 'Join the texts with &', text: better }];
}

function nearestFunction(text: string, { marked }: ThrownPlace, { token }: Thrown): readonly Repair[] {
  const nearest =
    token &&
    nearestName(
      `$${token}`,
      JSONATA_FUNCTIONS.map(({ name }) => name),
    );
  return nearest === undefined || nearest === ''
    ? []
    : [{ title: `Use ${nearest}`, text: replaced(text, marked, nearest) }];
}

const replaced = (text: string, { start, end }: TextRange, by: string): string =>
  `${text.slice(0, start)}${by}${text.slice(end)}`;
