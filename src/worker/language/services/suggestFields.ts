import { fieldHelp, type Json, STOP, type StateType } from '../../../asl';
import type { Suggestion } from '../../services.types';
import { fieldsAt } from './objectFields';
import type { Place } from './place';
import { escapeSnippet, fieldSnippet } from './snippet';

/** Fields that the object at a place takes and does not have. */
export function suggestFields(place: Place): readonly Suggestion[] {
  const { around, owner } = place;
  const fields = fieldsAt(around);
  if (!fields || owner.kind !== 'object') return [];
  const taken = new Set(owner.properties.map(({ key }) => key));
  return Object.entries(fields)
    .filter(([name, language]) => !taken.has(name) && (language === 'both' || language === around.language))
    .map(([name]) => {
      const help = fieldHelp(name);
      const example = name === 'Choices' ? rules(around.language) : (help?.example ?? STOP);
      return {
        kind: 'field',
        label: name,
        detail: '',
        ...(help ? { documentation: help.help } : {}),
        filter: place.caret.quote + name,
        insert: keyAnd(place, name, example),
        again: example === STOP || holdsOneStop(example),
      };
    });
}

const rules = (language: string): Json => [
  language === 'JSONata'
    ? { Condition: `{% ${STOP} %}`, Next: STOP }
    : { Variable: `$.${STOP}`, IsPresent: true, Next: STOP },
];

/** Where the first thing to type is a name that can be chosen. */
const holdsOneStop = (example: Json): boolean =>
  Array.isArray(example) && JSON.stringify(example).split(STOP).length === 2;

/** The key, with a value to begin with unless there is one, and a comma when something follows. */
function keyAnd({ text, format, caret }: Place, name: string, example: Json): string {
  const after = text.slice(caret.replace.end);
  if (/^\s*:/.test(after)) return escapeSnippet(format === 'json' ? JSON.stringify(name) : name);
  const written = fieldSnippet(name, example, format);
  if (format === 'json') return /^\s*"/.test(after) ? `${written},` : written;
  // The lines below stand under the key, which the dash has moved.
  return caret.part === 'item' ? written.replace(/\n/g, '\n  ') : written;
}

/** States to begin with, by type. */
export function suggestStates(place: Place): readonly Suggestion[] {
  if (/^\s*:/.test(place.text.slice(place.caret.replace.end))) return [];
  const onward = place.around.scope.states.length > 1 ? { Next: STOP } : { End: true };
  return Object.entries(STATES).map(([type, make]) => ({
    kind: 'snippet',
    label: `${type} state`,
    detail: 'A new state',
    filter: `${place.caret.quote}${type} state`,
    insert: keyAnd(place, STOP, make(place.around.language === 'JSONata', onward)),
  }));
}

type Make = (jsonata: boolean, onward: Json) => Json;

const scope = { StartAt: STOP, States: {} };
const plus = (first: Json, onward: Json): Json => Object.assign({}, first, onward);

const STATES: Readonly<Record<StateType, Make>> = {
  Task: (jsonata, onward) =>
    plus(
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        ...(jsonata
          ? { Arguments: { FunctionName: STOP, Payload: '{% $states.input %}' } }
          : { Parameters: { FunctionName: STOP, 'Payload.$': '$' } }),
      },
      onward,
    ),
  Pass: (_, onward) => plus({ Type: 'Pass' }, onward),
  Choice: (jsonata) => ({
    Type: 'Choice',
    Choices: jsonata
      ? [{ Condition: `{% ${STOP} %}`, Next: STOP }]
      : [{ Variable: `$.${STOP}`, IsPresent: true, Next: STOP }],
    Default: STOP,
  }),
  Wait: (_, onward) => plus({ Type: 'Wait', Seconds: 10 }, onward),
  Succeed: () => ({ Type: 'Succeed' }),
  Fail: () => ({ Type: 'Fail', Error: STOP, Cause: STOP }),
  Parallel: (_, onward) => plus({ Type: 'Parallel', Branches: [scope] }, onward),
  Map: (jsonata, onward) =>
    plus(
      {
        Type: 'Map',
        ...(jsonata ? { Items: `{% ${STOP} %}` } : { ItemsPath: `$.${STOP}` }),
        ItemProcessor: scope,
      },
      onward,
    ),
};
