import fc from 'fast-check';
import type { Json, JsonObject } from '../json';
import type { QueryLanguage } from '../model';
import { type ScopeShape, scopeShape } from './definitionShape';
import { writeDefinition } from './writeDefinition';

export interface DefinitionOptions {
  /** Most states in one scope; 6 when absent. */
  readonly maxStates?: number;
  /** Levels of Parallel and Map inside each other; 2 when absent. */
  readonly maxDepth?: number;
  readonly queryLanguage?: QueryLanguage;
}

/**
 * Random definitions that AWS would accept: all eight state types, nested scopes, loops, retriers and catchers,
 * odd names (`__proto__`, `a/b~c`, quotes). Every state is reachable, every scope can end, and every name is
 * unique in the machine. They may loop for ever, and a path may lead nowhere at run time.
 */
export function arbitraryDefinition(options: DefinitionOptions = {}): fc.Arbitrary<JsonObject> {
  const { maxStates = 6, maxDepth = 2, queryLanguage } = options;
  const language = queryLanguage
    ? fc.constant(queryLanguage)
    : fc.constantFrom<QueryLanguage>('JSONPath', 'JSONata');
  return fc
    .record({ language, scope: scopeShape(maxStates, maxDepth) })
    .map(({ language, scope }: { language: QueryLanguage; scope: ScopeShape }) =>
      writeDefinition(scope, language),
    );
}

/** A random definition as JSON text: compact, or indented by spaces or tabs, with either end of line. */
export function arbitraryDefinitionText(options?: DefinitionOptions): fc.Arbitrary<string> {
  return fc
    .record({
      definition: arbitraryDefinition(options),
      indent: fc.constantFrom<number | string>(0, 2, 4, '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    })
    .map(({ definition, indent, lineEnd }) =>
      JSON.stringify(definition satisfies Json, null, indent).replaceAll('\n', lineEnd),
    );
}
