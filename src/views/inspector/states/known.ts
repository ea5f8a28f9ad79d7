import type { JsonObject, QueryLanguage, StateType } from '../../../asl';
import { fieldsOf } from '../fields/spec';
import { configurationSpecs, dataSpecs, distributedSpecs } from './specs';

/** Fields that have a place of their own on the tabs. */
const ELSEWHERE: readonly string[] = ['Type', 'Next', 'End', 'Retry', 'Catch', 'Assign'];
const OWN: Readonly<Record<StateType, readonly string[]>> = {
  Task: ['Resource'],
  Pass: [],
  Wait: ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Choice: ['Choices', 'Default'],
  Succeed: [],
  Fail: [],
  Parallel: ['Branches'],
  Map: ['ItemProcessor', 'Iterator', 'ItemReader', 'ItemBatcher', 'ResultWriter'],
};

/** Fields of a state that no control of its form shows: unknown ones, and those of the other query language. */
export function otherFields(
  definition: JsonObject,
  type: StateType | undefined,
  language: QueryLanguage,
): readonly string[] {
  const known = new Set(ELSEWHERE);
  if (type) {
    const specs = [
      ...configurationSpecs(type),
      ...dataSpecs(type, language),
      ...(type === 'Map' ? distributedSpecs : []),
    ];
    for (const at of specs.flatMap(fieldsOf)) known.add(at.slice(1));
    for (const name of OWN[type]) known.add(name);
    if (type === 'Fail' || type === 'Succeed') known.delete('Assign');
  }
  return Object.keys(definition).filter((name) => !known.has(name));
}
