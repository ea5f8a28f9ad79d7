import { set, writeFix } from '../fixes/write';
import type { GraphNode, Transition } from '../graph';
import type { Scope } from '../model';
import { allStates, findState } from '../modelling/stateLookup';
import { didYouMean, nearestName } from '../nearest';
import { hasPlaceholder } from '../parse/placeholder';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { QuickFix, StatePath } from '../syntax';
import type { CheckedScope, Finding, Rule } from './rule.types';

/** StartAt, Next, Default and Catch must name a state of their own scope. Source: AWS, `Missing 'Next' target`. */
export const targets: Rule = {
  *scope(checked) {
    const missing = new Map(checked.graph.nodes.filter(isMissing).map((node) => [node.id, node.name]));
    if (missing.size === 0) return;
    for (const transition of checked.graph.transitions) {
      const name = missing.get(transition.to);
      if (name !== undefined && !hasPlaceholder(name)) yield finding(transition, name, checked);
    }
  },
};

const isMissing = (node: GraphNode): node is GraphNode & { readonly kind: 'missing' } =>
  node.kind === 'missing';

function finding(transition: Transition, name: string, checked: CheckedScope): Finding {
  const { scope, machine } = checked;
  const { kind, from, targetRange } = transition;
  const state = kind.type === 'start' ? undefined : findState(machine, from as string as StatePath);
  const about = state ?? checked.parent;
  const start =
    checked.parent === undefined ? 'StartAt names' : `StartAt inside “${checked.parent.name}” names`;
  const subject = state === undefined ? start : `${subjectOf(kind, state.name)} goes to`;
  return {
    code: 'MISSING_TRANSITION_TARGET',
    severity: 'error',
    message: `${subject} “${name}”, which ${complaint(name, checked)}`,
    range: targetRange ?? state?.keyRange ?? scope.node ?? { start: 0, end: 0 },
    ...(about && { state: about }),
    fixes: fixesOf(transition, name, checked),
  };
}

/** Lead to the name that was likely meant, or add the state. */
function fixesOf(
  { kind, from }: Transition,
  name: string,
  { scope, machine }: CheckedScope,
): readonly QuickFix[] {
  const place = placeOfTarget(kind, from, scope);
  const nearest = nearestName(
    name,
    scope.states.map((state) => state.name),
  );
  const fixes: QuickFix[] = [];
  if (place && nearest !== undefined) {
    const title = `Lead to “${nearest}”`;
    fixes.push(writeFix('nearestState', title, [set(place.object, place.field, nearest)], 'safe'));
  }
  const first = scope.states[0]?.name;
  if (kind.type === 'start' && first !== undefined) {
    if (first !== nearest)
      fixes.push(writeFix('firstState', `Start at “${first}”`, [set(scope.path, 'StartAt', first)]));
    return fixes;
  }
  const isFree = name !== '' && name.length <= 80 && !allStates(machine).some((state) => state.name === name);
  if (isFree && scope.node && propertyOf(scope.node, 'States')?.value?.kind === 'object') {
    const state = { Type: 'Pass', End: true };
    fixes.push(
      writeFix('addState', `Add the state “${name}”`, [set(joinPointer(scope.path, 'States'), name, state)]),
    );
  }
  return fixes;
}

/** The field that names the target of a transition. */
function placeOfTarget(kind: Transition['kind'], from: string, { path }: Scope) {
  switch (kind.type) {
    case 'start':
      return { object: path, field: 'StartAt' };
    case 'next':
      return { object: from, field: 'Next' };
    case 'choice':
      return { object: joinPointer(from, 'Choices', kind.rule), field: 'Next' };
    case 'default':
      return { object: from, field: 'Default' };
    case 'catch':
      return { object: joinPointer(from, 'Catch', kind.catcher), field: 'Next' };
    case 'end':
      return undefined;
  }
}

function subjectOf(kind: Transition['kind'], name: string): string {
  switch (kind.type) {
    case 'choice':
      return `Rule #${kind.rule + 1} of “${name}”`;
    case 'default':
      return `The Default of “${name}”`;
    case 'catch':
      return `Catch #${kind.catcher + 1} of “${name}”`;
    default:
      return `“${name}”`;
  }
}

function complaint(name: string, { scope, machine }: CheckedScope): string {
  if (allStates(machine).some((state) => state.name === name)) {
    return 'is not in the same scope. A transition cannot enter or leave a branch or an item processor.';
  }
  const hint = didYouMean(
    name,
    scope.states.map((state) => state.name),
  );
  return `does not exist.${hint === '' ? ' Add that state, or name another.' : hint}`;
}
