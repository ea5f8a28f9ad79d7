import type { State } from '../../asl';
import type { StageName } from './dataFlow.types';

/** The stages that a state has, in the order in which data passes them. @param caught its error was caught */
export function stageNames({ definition, queryLanguage }: State, caught: boolean): readonly StageName[] {
  const { Type } = definition;
  const assigns: readonly StageName[] =
    queryLanguage === 'JSONata' || 'Assign' in definition || Type === 'Choice' ? ['assign'] : [];
  if (Type === 'Fail') return ['input', 'errorOutput'];
  if (queryLanguage === 'JSONata') {
    const work: readonly StageName[] = caught ? ['errorOutput'] : ['result'];
    if (Type === 'Task' || Type === 'Parallel') return ['input', 'arguments', ...work, 'assign', 'output'];
    if (Type === 'Map') return ['input', 'items', 'itemSelector', ...work, 'assign', 'output'];
    return ['input', 'assign', 'output'];
  }
  const result: readonly StageName[] = caught
    ? ['errorOutput', 'resultPath', 'assign', 'output']
    : ['result', 'resultSelector', 'resultPath', ...assigns, 'output'];
  switch (Type) {
    case 'Task':
    case 'Parallel':
      return ['input', 'inputPath', 'parameters', ...result];
    case 'Map':
      return ['input', 'inputPath', 'items', 'itemSelector', ...result];
    case 'Pass':
      return definition.Result === undefined
        ? ['input', 'inputPath', 'parameters', 'resultPath', ...assigns, 'output']
        : ['input', 'inputPath', 'result', 'resultPath', ...assigns, 'output'];
    default:
      return ['input', 'inputPath', ...assigns, 'output'];
  }
}
