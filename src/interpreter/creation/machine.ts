import type { Json, JsonObject, QueryLanguage, StateType } from '../../asl';
import type { CheckedState } from './checkedState';
import { checkExpressions } from './expressions';
import { STATE_TYPES } from './fieldTable';
import { checkHandlers } from './handlers';
import { notSupported, oneOf, type Report, required } from './report';
import { checkFields } from './stateFields';
import { checkType } from './stateTypes';
import { checkTransitions } from './transitions';
import { checkNumber, listOf, objectOf } from './values';
import { checkVariables } from './variables';

const TOP_LEVEL = ['StartAt', 'States', 'Comment', 'Version', 'TimeoutSeconds', 'QueryLanguage'];
const LANGUAGES: readonly QueryLanguage[] = ['JSONPath', 'JSONata'];
const LONGEST_NAME = 80;

/** Everything AWS looks at when a machine is created. @param express the machine's type is EXPRESS */
export function checkMachine(machine: JsonObject, express: boolean, report: Report): void {
  const missing = ['States', 'StartAt'].filter((field) => !Object.hasOwn(machine, field));
  if (missing.length > 0) {
    report.schema(required(missing), '/');
    return;
  }
  for (const field of Object.keys(machine)) {
    if (!TOP_LEVEL.includes(field)) report.schema(notSupported(field), '/');
  }
  const { Version, QueryLanguage: language } = machine;
  if (Version !== undefined && Version !== '1.0') report.schema(oneOf(['1.0']), '/Version');
  if (language !== undefined && typeof language !== 'string') {
    report.schema('Expected value of type [STRING]', '/QueryLanguage');
  } else if (language !== undefined && !LANGUAGES.some((known) => known === language)) {
    report.schema(oneOf(LANGUAGES), '/QueryLanguage');
  }
  checkNumber(machine.TimeoutSeconds, { min: 0, max: 99_999_999 }, false, '/TimeoutSeconds', report);
  const around = { express, report, names: new Set<string>(), labels: new Set<string>() };
  checkScope(machine, '', language === 'JSONata' ? 'JSONata' : 'JSONPath', true, around);
}

interface Around {
  readonly express: boolean;
  readonly report: Report;
  /** State names and labels so far: each may occur once in the whole machine. */
  readonly names: Set<string>;
  readonly labels: Set<string>;
}

function checkScope(
  scope: JsonObject,
  location: string,
  machineLanguage: QueryLanguage,
  isMachine: boolean,
  around: Around,
): void {
  for (const [name, value] of Object.entries(objectOf(scope.States) ?? {})) {
    const at = `${location}/States/${name}`;
    const { report, names, labels } = around;
    if (name.length > LONGEST_NAME) {
      report.add(
        'INVALID_STATE_NAME',
        `The state name '${name}' exceeds the ${LONGEST_NAME}-character limit allowed by the service`,
        at,
      );
    }
    if (names.has(name)) report.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, at);
    names.add(name);
    const fields = objectOf(value);
    if (!fields) continue;
    const { Label } = fields;
    if (typeof Label === 'string' && labels.has(Label)) {
      report.add('DUPLICATE_LABEL_NAME', `Duplicate Label name: ${Label}`, `${at}/Label`);
    }
    if (typeof Label === 'string') labels.add(Label);
    checkState(name, fields, at, machineLanguage, around);
    for (const [inner, innerAt] of scopesOf(fields, at)) {
      const missing = ['States', 'StartAt'].filter((field) => !Object.hasOwn(inner, field));
      if (missing.length > 0) report.schema(required(missing), innerAt);
      else checkScope(inner, innerAt, machineLanguage, false, around);
    }
  }
  checkTransitions(scope, location, isMachine, around.report);
}

function checkState(
  name: string,
  fields: JsonObject,
  location: string,
  machineLanguage: QueryLanguage,
  { express, report }: Around,
): void {
  const own = fields.QueryLanguage;
  if (machineLanguage === 'JSONata' && own === 'JSONPath') {
    report.schema(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      location,
    );
    return;
  }
  const type = STATE_TYPES.find((known) => known === fields.Type);
  if (!type) {
    const types: readonly StateType[] = STATE_TYPES;
    report.schema(
      `The field 'Type' should have one of these values: [${types.join(', ')}]`,
      `${location}/Type`,
    );
    return;
  }
  // Whatever is not exactly JSONPath is checked as JSONata.
  const language = own === undefined ? machineLanguage : own === 'JSONPath' ? 'JSONPath' : 'JSONata';
  const state: CheckedState = { name, type, fields, location, language, express, report };
  checkFields(state);
  checkType(state);
  checkHandlers(state);
  checkVariables(state);
  checkExpressions(state);
}

/** Branches and processors, with their locations. */
function scopesOf(fields: JsonObject, location: string): readonly (readonly [JsonObject, string])[] {
  const scopes: (readonly [Json | undefined, string])[] = [];
  if (fields.Type === 'Parallel') {
    (listOf(fields.Branches) ?? []).forEach((branch, index) => {
      scopes.push([branch, `${location}/Branches[${index}]`]);
    });
  }
  if (fields.Type === 'Map') {
    for (const field of ['ItemProcessor', 'Iterator']) scopes.push([fields[field], `${location}/${field}`]);
  }
  return scopes.flatMap(([value, at]) => {
    const scope = objectOf(value);
    return scope ? [[scope, at] as const] : [];
  });
}
