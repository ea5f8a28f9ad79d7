import {
  allStates,
  choicesOf,
  errorNamesFor,
  fieldHelp,
  INTEGRATIONS,
  SDK_ACTIONS,
  type StateType,
} from '../../../asl';
import type { Suggestion, SuggestionKind } from '../../services.types';
import { fieldsAt, isData } from './objectFields';
import type { Place } from './place';
import { escapeSnippet, snippetOf } from './snippet';

interface Choice {
  readonly kind: SuggestionKind;
  readonly value: string;
  readonly detail: string;
  readonly documentation?: string | undefined;
}

const TYPES: Readonly<Record<StateType, string>> = {
  Task: 'Has a service or a function do something.',
  Pass: 'Passes data on, or makes it.',
  Choice: 'Goes one way or another, by rules.',
  Wait: 'Lets time pass.',
  Succeed: 'Ends the workflow well.',
  Fail: 'Ends the workflow with an error.',
  Parallel: 'Runs branches side by side.',
  Map: 'Runs a workflow for each item of a list.',
};

/** Values of a field that are not expressions. */
export function suggestValues(place: Place): readonly Suggestion[] {
  const { around, field, caret, format } = place;
  if (isData(around)) return [];
  const choices = textsFor(place);
  if (choices.length > 0) return choices.map((choice) => written(place, choice));
  const fields = fieldsAt(around);
  const known = fields && Object.hasOwn(fields, field) && place.owner.kind === 'object';
  if (!known || caret.quote !== '' || caret.inside.start !== caret.inside.end) return [];
  const help = fieldHelp(field);
  if (!help || format === 'yaml') return help ? plain(help.example) : [];
  return [
    {
      kind: 'snippet',
      label: shortly(help.example),
      detail: field,
      documentation: help.help,
      filter: '',
      insert: snippetOf(help.example, format),
    },
  ];
}

/** On a line of YAML there is room for a number or a word. */
const plain = (value: unknown): readonly Suggestion[] =>
  typeof value === 'number' || typeof value === 'boolean'
    ? [{ kind: 'value', label: String(value), detail: '', filter: String(value), insert: String(value) }]
    : [];

const shortly = (value: unknown): string => {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : JSON.stringify(value).replace('‸', '…');
};

function textsFor({ around, field, owner }: Place): readonly Choice[] {
  const { scope, state } = around;
  switch (field) {
    case 'Next':
    case 'Default':
    case 'StartAt':
      return scope.states
        .filter((each) => each !== state)
        .map(({ name, definition }) => ({
          kind: 'state',
          value: name,
          detail: definition.Type ?? '',
          documentation: 'Comment' in definition ? definition.Comment : undefined,
        }));
    case 'Type':
      return state && around.inside.length === 0
        ? Object.entries(TYPES).map(([value, help]) => ({
            kind: 'value',
            value,
            detail: '',
            documentation: help,
          }))
        : [];
    case 'ErrorEquals': {
      const taken = owner.kind === 'array' ? owner.items : [];
      const names = taken.flatMap((item) => (item.kind === 'scalar' ? [item.value] : []));
      return errorNamesHere(around)
        .filter((value) => !names.includes(value))
        .map((value) => ({ kind: 'error', value, detail: '' }));
    }
    case 'Resource':
      return resources(around);
    default:
      return choicesOf(field).map((value) => ({ kind: 'value', value, detail: '' }));
  }
}

/** Those of the resource, and those that Fail states inside a container give. */
function errorNamesHere({ state }: Place['around']): readonly string[] {
  const definition = state?.definition;
  const own = errorNamesFor(definition?.Type === 'Task' ? definition.Resource : undefined);
  const scopes =
    definition?.Type === 'Parallel'
      ? definition.Branches
      : definition?.Type === 'Map' && definition.Processor
        ? [definition.Processor]
        : [];
  const failures = scopes.flatMap(allStates).flatMap((each) => {
    const inner = each.definition;
    return inner.Type === 'Fail' && inner.Error !== undefined ? [inner.Error] : [];
  });
  return [...new Set([...failures, ...own])];
}

function resources({ inside }: Place['around']): readonly Choice[] {
  const found = (value: string, detail: string): Choice => ({ kind: 'resource', value, detail });
  if (inside[0] === 'ItemReader') {
    return ['getObject', 'listObjectsV2'].map((action) =>
      found(`arn:aws:states:::s3:${action}`, 'Reads items'),
    );
  }
  if (inside[0] === 'ResultWriter') return [found('arn:aws:states:::s3:putObject', 'Writes results')];
  return [
    ...INTEGRATIONS.flatMap(({ service, action, patterns }) =>
      patterns.map((pattern) =>
        found(
          `arn:aws:states:::${service}:${action}${pattern === 'requestResponse' ? '' : `.${pattern}`}`,
          PATTERN_WORDS[pattern] ?? '',
        ),
      ),
    ),
    ...SDK_ACTIONS.map((action) => found(`arn:aws:states:::${action}`, 'SDK action')),
    found('arn:aws:lambda:us-east-1:123456789012:function:name', 'A Lambda function'),
    found('arn:aws:states:us-east-1:123456789012:activity:name', 'An activity'),
  ];
}

const PATTERN_WORDS: Readonly<Record<string, string>> = {
  sync: 'Waits for the job',
  'sync:2': 'Waits for the job, output as JSON',
  waitForTaskToken: 'Waits for a callback',
};

/** A text as a value of the notation; the quotes that are there stay. */
function written(place: Place, { kind, value, detail, documentation }: Choice): Suggestion {
  const { format, caret } = place;
  const quoted =
    format === 'json' || caret.quote === '"'
      ? JSON.stringify(value)
      : caret.quote === "'"
        ? `'${value.replaceAll("'", "''")}'`
        : snippetFreeYaml(value);
  return {
    kind,
    label: value,
    detail,
    ...(documentation === undefined ? {} : { documentation }),
    filter: caret.quote + value,
    insert: escapeSnippet(quoted) + commaAfter(place),
  };
}

/** Words that YAML reads as themselves need no quotes. */
const snippetFreeYaml = (value: string): string =>
  /^[A-Za-z][\w. :/*-]*$/.test(value) && !/: |:$| $|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);

/** In JSON, when a key follows. */
const commaAfter = ({ text, format, caret, owner }: Place): string =>
  format === 'json' && owner.kind === 'object' && /^\s*\r?\n?\s*"/.test(text.slice(caret.replace.end))
    ? ','
    : '';
