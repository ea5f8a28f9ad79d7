import { isJsonObject, type Json, type State } from '../../asl';

/** The workflow variables that a state, its catchers or its rules assign. */
export function variablesAssignedBy({ definition }: State): readonly string[] {
  const places: (Json | undefined)[] = ['Assign' in definition ? definition.Assign : undefined];
  if ('Catch' in definition) places.push(...(definition.Catch ?? []).map(({ Assign }) => Assign));
  if (definition.Type === 'Choice') places.push(...definition.Choices.map(({ Assign }) => Assign));
  return places.flatMap((assign) =>
    assign !== undefined && isJsonObject(assign)
      ? Object.keys(assign).map((key) => (key.endsWith('.$') ? key.slice(0, -2) : key))
      : [],
  );
}
