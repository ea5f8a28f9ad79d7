import type { Json, JsonObject, State, StateDefinition } from '../../../asl';
import { isJsonObject } from '../../../asl';
import { type CompiledTemplate, SyntaxProblem } from '../../data/compiled.types';
import { Failure } from '../../data/failure';
import { compileReferencePath } from '../../data/referencePath';
import { compileTemplate } from '../../data/template';
import { runtimeFailure } from '../failures';
import type { DataFlow } from '../language.types';
import type { Evaluated, Visit } from '../visit.types';
import { compileRead, type PathRead } from './path';

/** Puts a result into a value; ResultPath `$` and `null` included. */
export type ResultPlace = (input: Json, result: Json) => Json | Failure;

const EMPTY: JsonObject = {};

/**
 * How data goes through a JSONPath state. The order of the fields, and which value each acts on, is in the
 * two functions at the end; a field the definition leaves out costs a comparison. Source: dataflow.md 1.
 */
export function jsonPathFlow(state: State): DataFlow {
  const fields = state.definition;
  const inputPath = 'InputPath' in fields ? fieldPath(fields.InputPath) : undefined;
  const parameters = parametersOf(fields);
  const resultSelector = 'ResultSelector' in fields ? template(fields.ResultSelector) : undefined;
  const resultPath = 'ResultPath' in fields ? resultPlace(fields.ResultPath) : undefined;
  const outputPath = 'OutputPath' in fields ? fieldPath(fields.OutputPath) : undefined;

  return {
    payload: (visit) => {
      const effective = inputPath === undefined ? visit.input : inputPath(visit.input, visit);
      if (effective instanceof Failure) return effective;
      visit.effective = effective;
      return parameters === undefined ? effective : parameters.evaluate(effective, visit);
    },
    output: (visit, result) => {
      const selected = resultSelector === undefined ? result : resultSelector.evaluate(result, visit);
      if (selected instanceof Failure) return selected;
      const combined = resultPath === undefined ? selected : resultPath(visit.input, selected);
      if (combined instanceof Failure) return combined;
      return outputPath === undefined ? combined : outputPath(combined, visit);
    },
    assign: 'Assign' in fields ? assignment(fields.Assign) : undefined,
  };
}

/** InputPath, OutputPath: absent means all, null means `{}`. Recorded: base/test_state_pass_result_null_input_output_paths. */
function fieldPath(text: string | null | undefined): PathRead | undefined {
  if (text === undefined || text === '$') return undefined;
  return text === null ? () => EMPTY : compileRead(text);
}

/** A Pass with a Result has no use for Parameters; a Map's are its old ItemSelector. */
function parametersOf(fields: StateDefinition): CompiledTemplate | undefined {
  if (fields.Type === 'Map' || !('Parameters' in fields)) return undefined;
  if (fields.Type === 'Pass' && fields.Result !== undefined) return undefined;
  return template(fields.Parameters);
}

const template = (value: Json | undefined): CompiledTemplate | undefined =>
  value === undefined ? undefined : compileTemplate(value);

/** ResultPath: absent or `$` replaces the input, null drops the result. */
export function resultPlace(text: string | null | undefined): ResultPlace | undefined {
  if (text === undefined || text === '$') return undefined;
  if (text === null) return (input) => input;
  const path = compileReferencePath(text);
  if (!(path instanceof SyntaxProblem)) return path.set;
  const failure = runtimeFailure(`Invalid path '${text}' : ${path.message}`);
  return () => failure;
}

/** Assign: what its template gives, by variable name. */
export function assignment(
  value: Json | undefined,
): ((visit: Visit, root: Json) => Evaluated<JsonObject>) | undefined {
  if (value === undefined) return undefined;
  const compiled = compileTemplate(value);
  return (visit, root) => {
    const assigned = compiled.evaluate(root, visit);
    if (assigned instanceof Failure) return assigned;
    return isJsonObject(assigned) ? assigned : EMPTY;
  };
}
