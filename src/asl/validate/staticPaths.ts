import { renameKey, set, writeFix } from '../fixes/write';
import type { State } from '../model';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { PropertyNode, QuickFix, SyntaxNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

/** Reads as a path or a call of an intrinsic function, and as nothing else. */
const DYNAMIC = /^(?:\$\$?(?:$|[.[])|States\.[A-Z]\w*\()/;
/** Surely a path or a call, so that it may be evaluated without being looked at. */
const WELL_FORMED = /^(?:\$\$?(?:\.[A-Za-z_]\w*|\[(?:\d+|\*)\])*|States\.\w+\([^{}]*\))$/;
const EXPRESSION = /^\s*\{%[\s\S]*%\}\s*$/;
const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign'] as const;
const JSONATA_TEMPLATES = ['Arguments', 'Output', 'Assign', 'ItemSelector', 'Items'] as const;

/**
 * Paths and expressions that stand where nobody evaluates them.
 * Source: AWS, NO_DOLLAR and PASS_RESULT_IS_STATIC; API reference, ValidateStateMachineDefinition.
 */
export const staticPaths: Rule = {
  *state(state) {
    const { node, queryLanguage, definition } = state;
    if (node === undefined) return;
    const fields = queryLanguage === 'JSONPath' ? TEMPLATES : JSONATA_TEMPLATES;
    const check = queryLanguage === 'JSONPath' ? inPathTemplate : inExpressionTemplate;
    for (const field of fields) {
      yield* entriesIn(propertyOf(node, field)?.value, joinPointer(state.path, field), (entry, object) =>
        check(state, entry, object),
      );
    }
    if (definition.Type === 'Pass' && queryLanguage === 'JSONPath') yield* staticResult(state);
  },
};

type Check = (entry: PropertyNode, object: string) => Iterable<Finding>;

/** Every field of every object in a template. */
function* entriesIn(node: SyntaxNode | undefined, pointer: string, check: Check): Iterable<Finding> {
  if (node?.kind === 'array') {
    for (const [index, item] of node.items.entries())
      yield* entriesIn(item, joinPointer(pointer, index), check);
  } else if (node?.kind === 'object') {
    for (const entry of node.properties) {
      yield* check(entry, pointer);
      yield* entriesIn(entry.value, joinPointer(pointer, entry.key), check);
    }
  }
}

function* inPathTemplate(state: State, { key, value }: PropertyNode, object: string): Iterable<Finding> {
  if (key.endsWith('.$') || value?.kind !== 'scalar' || typeof value.value !== 'string') return;
  if (DYNAMIC.test(value.value)) {
    yield {
      code: 'NO_DOLLAR',
      severity: 'warning',
      message: `“${key}” gets the text ${value.value} itself. To get what it stands for, name the field “${key}.$”.`,
      range: value,
      state,
      fixes: WELL_FORMED.test(value.value)
        ? [writeFix('addDollar', `Rename to “${key}.$”`, [renameKey(object, key, `${key}.$`)], 'safe')]
        : [],
    };
  } else if (EXPRESSION.test(value.value)) {
    yield {
      code: 'EXPRESSION_NOT_EVALUATED',
      severity: 'warning',
      message: `“${state.name}” uses JSONPath, so “${key}” gets this text itself. Write a path under “${key}.$”, or set QueryLanguage to JSONata.`,
      range: value,
      state,
      fixes: pathFix(object, key, value.value),
    };
  }
}

function* inExpressionTemplate(
  state: State,
  { key, keyRange, value }: PropertyNode,
  object: string,
): Iterable<Finding> {
  if (!key.endsWith('.$') || value?.kind !== 'scalar' || typeof value.value !== 'string') return;
  if (!DYNAMIC.test(value.value)) return;
  yield {
    code: 'EXPRESSION_NOT_EVALUATED',
    severity: 'warning',
    message: `“${state.name}” uses JSONata, where “.$” means nothing and this path is a text. Write an expression: {% … %}.`,
    range: keyRange,
    state,
    fixes: expressionFix(object, key, value.value),
  };
}

/** Names only: what means the same in both languages. */
const PLAIN_PATH = /^\$((?:\.[A-Za-z_]\w*)*)$/;
const PLAIN_EXPRESSION = /^\s*\{%\s*\$states\.input((?:\.[A-Za-z_]\w*)*)\s*%\}\s*$/;

function expressionFix(object: string, key: string, path: string): readonly QuickFix[] {
  const names = PLAIN_PATH.exec(path)?.[1];
  if (names === undefined) return [];
  const expression = `{% $states.input${names} %}`;
  const steps = [set(object, key, expression), renameKey(object, key, key.slice(0, -2))];
  return [writeFix('toExpression', `Write ${expression}`, steps)];
}

function pathFix(object: string, key: string, expression: string): readonly QuickFix[] {
  const names = PLAIN_EXPRESSION.exec(expression)?.[1];
  if (names === undefined) return [];
  const steps = [set(object, key, `$${names}`), renameKey(object, key, `${key}.$`)];
  return [writeFix('toPath', `Write $${names}`, steps)];
}

function* staticResult(state: State): Iterable<Finding> {
  const { node } = state;
  const result = node && propertyOf(node, 'Result');
  if (!node || !result || !hasPathField(result.value)) return;
  yield {
    code: 'PASS_RESULT_IS_STATIC',
    severity: 'warning',
    message: `Result of “${state.name}” is passed on as it is written, paths and all. Use Parameters to have them evaluated.`,
    range: result.keyRange,
    state,
    fixes: propertyOf(node, 'Parameters')
      ? []
      : [writeFix('toParameters', 'Rename to Parameters', [renameKey(state.path, 'Result', 'Parameters')])],
  };
}

const hasPathField = (node: SyntaxNode | undefined): boolean =>
  node?.kind === 'object'
    ? node.properties.some(
        ({ key, value }) =>
          (key.endsWith('.$') &&
            value?.kind === 'scalar' &&
            typeof value.value === 'string' &&
            DYNAMIC.test(value.value)) ||
          hasPathField(value),
      )
    : node?.kind === 'array' && node.items.some(hasPathField);
