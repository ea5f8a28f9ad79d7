import type { Json } from '../../../asl';
import { type CompiledPath, SyntaxProblem } from '../../data/compiled.types';
import { Failure } from '../../data/failure';
import { compilePath, describeMissing } from '../../data/path';
import { runtimeFailure } from '../failures';
import type { Visit } from '../visit.types';

/** A path applied to a value within a visit. */
export type PathRead = (root: Json, visit: Visit) => Json | Failure;

/** A path that fails with AWS's words when it finds nothing; a broken one fails whoever reaches it. */
export function compileRead(text: string): PathRead {
  const path = compilePath(text);
  if (path instanceof SyntaxProblem) return broken(text, path);
  const { get } = path;
  return (root, visit) => {
    const value = get(root, visit);
    return value === undefined ? runtimeFailure(describeMissing(path, root, visit)) : value;
  };
}

/** A path whose missing value the field itself has words for. */
export function compileLookup(text: string): (root: Json, visit: Visit) => Json | undefined | Failure {
  const path: CompiledPath | SyntaxProblem = compilePath(text);
  return path instanceof SyntaxProblem ? broken(text, path) : path.get;
}

function broken(text: string, problem: SyntaxProblem): () => Failure {
  const failure = new Failure('States.Runtime', `Invalid path '${text}' : ${problem.message}`);
  return () => failure;
}
