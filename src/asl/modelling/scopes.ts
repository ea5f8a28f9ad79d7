import type { QueryLanguage, Scope, State, StateDefinition } from '../model';
import { didYouMean } from '../nearest';
import { isPlaceholder } from '../parse/placeholder';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { ObjectNode, PropertyNode, ScopePath, StatePath, SyntaxNode, TextRange } from '../syntax';
import { choiceRules } from './choiceRules';
import { type Findings, kindOf, readFields, report, reportWrongType } from './fields';
import {
  PROCESSOR_CONFIG_FIELDS,
  SCOPE_FIELDS,
  STATE_FIELDS,
  STATE_TYPES,
  UNKNOWN_STATE_FIELDS,
} from './stateFields';

/** The machine, a branch or a processor. `language` is the machine's: no scope in between sets one. */
export function buildScope(
  node: ObjectNode,
  path: ScopePath,
  language: QueryLanguage,
  findings: Findings,
): Scope {
  const fields = readFields(node, SCOPE_FIELDS, findings);
  const startAt = propertyOf(node, 'StartAt')?.value;
  return {
    path,
    ...fields,
    ...(fields.StartAt !== undefined && startAt ? { startAtRange: rangeOf(startAt) } : {}),
    states: states(node, path, language, findings),
    node,
  };
}

function states(
  node: ObjectNode,
  scope: ScopePath,
  language: QueryLanguage,
  findings: Findings,
): readonly State[] {
  const value = propertyOf(node, 'States')?.value;
  if (value === undefined) return [];
  if (value.kind !== 'object') {
    if (!isPlaceholder(value)) reportWrongType('States', 'an object', value, findings);
    return [];
  }
  const last = new Map<string, PropertyNode>();
  for (const property of value.properties) last.set(property.key, property);
  const effective =
    last.size === value.properties.length
      ? value.properties
      : value.properties.filter((property) => last.get(property.key) === property);
  return effective.map((property) => buildState(property, scope, language, findings));
}

function buildState(
  property: PropertyNode,
  scope: ScopePath,
  machineLanguage: QueryLanguage,
  { list }: Findings,
): State {
  const { key: name, keyRange, value } = property;
  const path = joinPointer(scope, 'States', name) as StatePath;
  const findings: Findings = { list, state: path };
  const common = { path, name, scope, keyRange };
  if (value?.kind !== 'object') {
    if (value && !isPlaceholder(value)) reportWrongType(name, 'a state, which is an object', value, findings);
    return { ...common, queryLanguage: machineLanguage, definition: { Type: undefined }, node: undefined };
  }
  const definition = buildDefinition(value, keyRange, path, machineLanguage, findings);
  return { ...common, queryLanguage: definition.QueryLanguage ?? machineLanguage, definition, node: value };
}

function buildDefinition(
  node: ObjectNode,
  keyRange: TextRange,
  path: StatePath,
  machineLanguage: QueryLanguage,
  findings: Findings,
): StateDefinition {
  const written = propertyOf(node, 'Type')?.value;
  const type = STATE_TYPES.find((candidate) => written?.kind === 'scalar' && candidate === written.value);
  switch (type) {
    case 'Task':
      return { Type: type, ...readFields(node, STATE_FIELDS.Task, findings) };
    case 'Pass':
      return { Type: type, ...readFields(node, STATE_FIELDS.Pass, findings) };
    case 'Wait':
      return { Type: type, ...readFields(node, STATE_FIELDS.Wait, findings) };
    case 'Succeed':
      return { Type: type, ...readFields(node, STATE_FIELDS.Succeed, findings) };
    case 'Fail':
      return { Type: type, ...readFields(node, STATE_FIELDS.Fail, findings) };
    case 'Choice': {
      const fields = readFields(node, STATE_FIELDS.Choice, findings);
      const rules = { Choices: choiceRules(fields.QueryLanguage ?? machineLanguage) };
      return { Type: type, Choices: [], ...fields, ...readFields(node, rules, findings) };
    }
    case 'Parallel':
      return {
        Type: type,
        ...readFields(node, STATE_FIELDS.Parallel, findings),
        Branches: branches(node, path, machineLanguage, findings),
      };
    case 'Map':
      return {
        Type: type,
        ...readFields(node, STATE_FIELDS.Map, findings),
        ...processor(node, path, machineLanguage, findings),
      };
    case undefined:
      return {
        Type: undefined,
        ...unknownType(keyRange, written, findings),
        ...readFields(node, UNKNOWN_STATE_FIELDS, findings),
      };
  }
}

function branches(
  node: ObjectNode,
  state: StatePath,
  language: QueryLanguage,
  findings: Findings,
): readonly Scope[] {
  const value = propertyOf(node, 'Branches')?.value;
  if (value === undefined) return [];
  if (value.kind !== 'array') {
    if (!isPlaceholder(value)) reportWrongType('Branches', 'a list of branches', value, findings);
    return [];
  }
  return value.items.map((item, index) => {
    const path = joinPointer(state, 'Branches', index) as ScopePath;
    if (item.kind === 'object') return buildScope(item, path, language, findings);
    if (!isPlaceholder(item))
      report(findings, `A branch must be an object, but this is ${kindOf(item)}.`, item);
    return { path, states: [], node: undefined };
  });
}

function processor(node: ObjectNode, state: StatePath, language: QueryLanguage, findings: Findings) {
  const field =
    propertyOf(node, 'ItemProcessor') || !propertyOf(node, 'Iterator') ? 'ItemProcessor' : 'Iterator';
  const value = propertyOf(node, field)?.value;
  if (value?.kind !== 'object') {
    if (value && !isPlaceholder(value))
      reportWrongType(field, 'an object with StartAt and States', value, findings);
    return { ProcessorField: field } as const;
  }
  const config = propertyOf(value, 'ProcessorConfig')?.value;
  if (config && config.kind !== 'object' && !isPlaceholder(config)) {
    reportWrongType('ProcessorConfig', 'an object', config, findings);
  }
  return {
    ProcessorField: field,
    Processor: buildScope(value, joinPointer(state, field) as ScopePath, language, findings),
    ...(config?.kind === 'object'
      ? { ProcessorConfig: readFields(config, PROCESSOR_CONFIG_FIELDS, findings) }
      : {}),
  } as const;
}

function unknownType(name: TextRange, written: SyntaxNode | undefined, findings: Findings) {
  if (written === undefined) {
    report(findings, `This state has no Type. Add one of ${STATE_TYPES.join(', ')}.`, name);
    return {};
  }
  const type = written.kind === 'scalar' ? String(written.value) : undefined;
  if (!isPlaceholder(written)) {
    const message = `“${type ?? kindOf(written)}” is not a state type.${didYouMean(type ?? '', STATE_TYPES)}`;
    report(findings, `${message} There are ${STATE_TYPES.join(', ')}.`, written);
  }
  return type === undefined ? {} : { writtenType: type };
}

const rangeOf = ({ start, end }: SyntaxNode) => ({ start, end });
