import type { TransitionKind } from '../graph';
import type { ChoiceRule, State, StateDefinition } from '../model';
import { propertyOf } from '../parse/pointer';
import type { ObjectNode, TextRange } from '../syntax';
import { choiceWords } from './choiceWords';
import { shorten } from './shorten';

/** Longest label of an edge, in characters. */
const LONGEST = 40;

/** A transition as the state writes it: a name, which may be nobody's. */
export interface Outgoing {
  readonly kind: TransitionKind;
  /** As in `TransitionId`: `next`, `choice:0`. */
  readonly key: string;
  /** Absent for the scope's End. */
  readonly target: string | undefined;
  readonly targetRange: TextRange | undefined;
  readonly label: string;
  readonly fullLabel: string;
}

/** Where a state leads, in the order it is drawn: rules in rule order, Default; Next or End; then catchers. */
export function outgoing(state: State): readonly Outgoing[] {
  const { definition, node } = state;
  return [...choices(definition, node), ...onward(definition, node), ...catches(definition)];
}

function choices(definition: StateDefinition, node: ObjectNode | undefined): readonly Outgoing[] {
  if (definition.Type !== 'Choice') return [];
  const found: Outgoing[] = [];
  definition.Choices.forEach((rule, index) => {
    if (rule.Next === undefined) return;
    const words = ruleWords(rule);
    found.push({
      ...named({ type: 'choice', rule: index }, `choice:${index}`, rule.Next, rule.node, 'Next'),
      label: shorten(rule.Comment?.trim() || words, LONGEST),
      fullLabel: rule.Comment?.trim() ? `${rule.Comment.trim()}: ${words}` : words,
    });
  });
  if (definition.Default !== undefined) {
    found.push({
      ...named({ type: 'default' }, 'default', definition.Default, node, 'Default'),
      label: 'Default',
      fullLabel: 'Default: when no rule matches',
    });
  }
  return found;
}

const ruleWords = (rule: ChoiceRule): string => choiceWords(rule.expression);

/** Next wins over End where both are written, which is reported elsewhere. */
function onward(definition: StateDefinition, node: ObjectNode | undefined): readonly Outgoing[] {
  if ('Next' in definition && definition.Next !== undefined) {
    return [named({ type: 'next' }, 'next', definition.Next, node, 'Next')];
  }
  const ends =
    definition.Type === 'Succeed' ||
    definition.Type === 'Fail' ||
    ('End' in definition && definition.End === true);
  return ends
    ? [
        {
          kind: { type: 'end' },
          key: 'end',
          target: undefined,
          targetRange: undefined,
          label: '',
          fullLabel: '',
        },
      ]
    : [];
}

function catches(definition: StateDefinition): readonly Outgoing[] {
  if (!('Catch' in definition) || definition.Catch === undefined) return [];
  const found: Outgoing[] = [];
  definition.Catch.forEach((catcher, index) => {
    if (catcher.Next === undefined) return;
    const errors = catcher.ErrorEquals.join(', ');
    const words = errors === '' ? `Catch #${index + 1}` : `Catch #${index + 1}: ${errors}`;
    found.push({
      ...named({ type: 'catch', catcher: index }, `catch:${index}`, catcher.Next, catcher.node, 'Next'),
      label: shorten(words, LONGEST),
      fullLabel: catcher.Comment?.trim() ? `${words} (${catcher.Comment.trim()})` : words,
    });
  });
  return found;
}

function named(
  kind: TransitionKind,
  key: string,
  target: string,
  node: ObjectNode | undefined,
  field: string,
): Outgoing {
  const value = node && propertyOf(node, field)?.value;
  const targetRange = value && { start: value.start, end: value.end };
  return { kind, key, target, targetRange, label: '', fullLabel: '' };
}
