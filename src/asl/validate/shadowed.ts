import { writeFix } from '../fixes/write';
import type { Transition } from '../graph';
import type { ChoiceRule, State } from '../model';
import { joinPointer } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { ObjectNode, QuickFix, SyntaxNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

interface Handler {
  readonly ErrorEquals: readonly string[];
  readonly node: ObjectNode | undefined;
  readonly Next?: string;
}

/** Choice rules, retriers and catchers that are never asked, because one before them takes all that they would. */
export const shadowed: Rule = {
  *scope({ scope, graph }) {
    const led = timesLedTo(graph.transitions);
    for (const state of scope.states) {
      const { definition, path } = state;
      const isNeeded = (name: string | undefined): boolean =>
        name !== undefined &&
        name !== state.name &&
        (led.get(joinPointer(scope.path, 'States', name)) ?? 0) < 2;
      if (definition.Type === 'Choice') yield* deadRules(state, definition.Choices, isNeeded);
      if ('Retry' in definition) {
        yield* handlers(state, 'Retry', joinPointer(path, 'Retry'), definition.Retry ?? [], isNeeded);
      }
      if ('Catch' in definition) {
        yield* handlers(state, 'Catch', joinPointer(path, 'Catch'), definition.Catch ?? [], isNeeded);
      }
    }
  },
};

function timesLedTo(transitions: readonly Transition[]): ReadonlyMap<string, number> {
  const led = new Map<string, number>();
  for (const { to } of transitions) led.set(to, (led.get(to) ?? 0) + 1);
  return led;
}

/** Taking the item away must not cut its target off. */
const removal = (
  kind: string,
  title: string,
  list: string,
  at: number,
  isNeeded: boolean,
): readonly QuickFix[] => (isNeeded ? [] : [writeFix(kind, title, [{ type: 'removeItem', list, at }])]);

function* deadRules(
  state: State,
  rules: readonly ChoiceRule[],
  isNeeded: (name: string | undefined) => boolean,
): Iterable<Finding> {
  for (const [index, rule] of rules.entries()) {
    const { node } = rule;
    if (node === undefined) continue;
    const earlier = rules.slice(0, index).findIndex((other) => takesAll(other) || asksTheSame(other, rule));
    const before = rules[earlier];
    if (before === undefined) continue;
    const why = takesAll(before) ? 'always matches' : 'asks the same';
    yield {
      code: 'DEAD_CHOICE_RULE',
      severity: 'warning',
      message: `Rule #${index + 1} of “${state.name}” is never reached: rule #${earlier + 1} before it ${why}. Remove it, or move it up.`,
      range: firstOf(node),
      state,
      fixes: removal(
        'removeRule',
        `Remove rule #${index + 1}`,
        joinPointer(state.path, 'Choices'),
        index,
        isNeeded(rule.Next),
      ),
    };
  }
}

const takesAll = ({ expression }: ChoiceRule): boolean =>
  expression.kind === 'condition' &&
  (expression.condition === true || /^\{%\s*true\s*%\}$/.test(String(expression.condition)));

/** What a rule does when it matches, and what it says to people. */
const NOT_ASKED: ReadonlySet<string> = new Set(['Next', 'Comment', 'Assign', 'Output']);

function asksTheSame(left: ChoiceRule, right: ChoiceRule): boolean {
  if (left.expression.kind === 'unreadable' || left.expression.kind !== right.expression.kind) return false;
  if (left.node === undefined || right.node === undefined) return false;
  return sameJson(questionOf(left.node), questionOf(right.node));
}

const questionOf = (node: ObjectNode) =>
  toJson({ ...node, properties: node.properties.filter(({ key }) => !NOT_ASKED.has(key)) });

function* handlers(
  state: State,
  field: 'Retry' | 'Catch',
  pointer: string,
  list: readonly Handler[],
  isNeeded: (name: string | undefined) => boolean,
): Iterable<Finding> {
  const taken = new Set<string>();
  for (const [index, { ErrorEquals, node, Next }] of list.entries()) {
    // States.ALL before others is an error, told elsewhere.
    const isTaken = ErrorEquals.length > 0 && ErrorEquals.every((name) => taken.has(name));
    if (isTaken && node && !ErrorEquals.includes('States.ALL')) {
      yield {
        code: 'SHADOWED_HANDLER',
        severity: 'warning',
        message: `${field} #${index + 1} of “${state.name}” is never asked: its errors are all named before it. Remove it, or name other errors.`,
        range: firstOf(node),
        state,
        fixes: removal('removeHandler', `Remove ${field} #${index + 1}`, pointer, index, isNeeded(Next)),
      };
    }
    for (const name of ErrorEquals) taken.add(name);
  }
}

/** Of an object its first field's name, which is enough to see where it is. */
function firstOf(node: SyntaxNode) {
  const first = node.kind === 'object' ? node.properties[0] : undefined;
  return first?.keyRange ?? node;
}
