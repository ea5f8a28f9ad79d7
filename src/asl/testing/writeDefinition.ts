import type { Json, JsonObject } from '../json';
import type { QueryLanguage } from '../model';
import { setOwn } from '../parse/toJson';
import type { ScopeShape, StateShape } from './definitionShape';
import { choiceRule, handlers, typeFields } from './writeFields';

/** Each is used once as it is, then with a number. */
const NAMES = [
  'Ship',
  'Bill order',
  'a/b~c',
  '__proto__',
  'constructor',
  'Prüfung “ok”',
  '日本',
  "it's",
  '1',
  'Yes',
  'back\\slash',
];

/** Gives the shapes names and the fields of their types. */
export function writeDefinition(shape: ScopeShape, language: QueryLanguage): JsonObject {
  let named = 0;
  const nextName = (): string => {
    const name = NAMES[named % NAMES.length] ?? '';
    const round = Math.floor(named++ / NAMES.length);
    return round === 0 ? name : `${name} ${round + 1}`;
  };

  const writeScope = ({ states }: ScopeShape): JsonObject => {
    const names = states.map(nextName);
    const nameAt = (position: number): string => names[position % names.length] ?? '';
    const written: Record<string, Json> = {};
    states.forEach((state, index) => {
      const place = placeOf(states, index);
      setOwn(written, nameAt(index), writeState(state, place, index, nameAt));
    });
    return { StartAt: nameAt(0), States: written };
  };

  const writeState = (
    state: StateShape,
    place: Place,
    index: number,
    nameAt: (position: number) => string,
  ): JsonObject => {
    if (place === 'terminal')
      return state.form % 2 === 0 ? { Type: 'Succeed' } : typeFields('Fail', state, language);
    const type = state.type === 'Choice' && place === 'last' ? 'Pass' : state.type;
    if (type === 'Choice') {
      // The next state and, where that one ends, the one after it stay reachable.
      const targets = [index + 1, ...(place === 'fork' ? [index + 2] : []), ...state.rules];
      const withDefault = state.form % 3 !== 0;
      const ruled = withDefault ? targets.slice(1) : targets;
      const choices = (ruled.length > 0 ? ruled : [index + 1]).map((target, rule) =>
        choiceRule(state.form + rule, language, nameAt(target)),
      );
      return { Type: type, Choices: choices, ...(withDefault ? { Default: nameAt(index + 1) } : {}) };
    }
    const onward: JsonObject = place === 'last' ? { End: true } : { Next: nameAt(index + 1) };
    return {
      ...typeFields(type, state, language, state.children.map(writeScope)),
      ...handlers(type, state, language, nameAt),
      ...onward,
    };
  };

  const scope = writeScope(shape);
  return language === 'JSONata' ? { QueryLanguage: language, ...scope } : scope;
}

/** `fork`: a Choice before a state that ends the scope in its middle. */
type Place = 'middle' | 'fork' | 'terminal' | 'last';

function placeOf(states: readonly StateShape[], index: number): Place {
  const last = states.length - 1;
  if (index === last) return states[index]?.ends ? 'terminal' : 'last';
  if (endsAfterChoice(states, index)) return 'terminal';
  return endsAfterChoice(states, index + 1) ? 'fork' : 'middle';
}

/** Whether a state in the middle ends its scope: it follows a Choice that is not skipped itself. */
function endsAfterChoice(states: readonly StateShape[], index: number): boolean {
  if (index >= states.length - 1 || index === 0) return false;
  const isChoice = states[index - 1]?.type === 'Choice';
  return isChoice && states[index]?.ends === true && !endsAfterChoice(states, index - 1);
}
