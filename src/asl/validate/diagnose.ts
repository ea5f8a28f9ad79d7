import type { Graph, ScopeGraph } from '../graph';
import type { StateMachine } from '../model';
import { allScopes, findState } from '../modelling/stateLookup';
import type { Diagnostic, ScopePath } from '../syntax';
import type { Finding, Rule } from './rule.types';
import { ADVICE, RULES } from './rules';

/** Everything that is found in a modelled machine: what modelling found itself, then what each rule finds. */
export function diagnose(machine: StateMachine, graph: Graph): readonly Diagnostic[] {
  return machine.node === undefined
    ? machine.diagnostics
    : [...machine.diagnostics, ...applyRules(RULES, machine, graph)];
}

/** What would make the workflow sturdier or plainer: legal as it is, and none of it is an error. */
export const advise = (machine: StateMachine, graph: Graph): readonly Diagnostic[] =>
  machine.node === undefined ? [] : applyRules(ADVICE, machine, graph);

function applyRules(rules: readonly Rule[], machine: StateMachine, graph: Graph): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const add = (findings: Iterable<Finding> | undefined): void => {
    for (const finding of findings ?? []) diagnostics.push(toDiagnostic(finding));
  };
  const graphs = new Map<ScopePath, ScopeGraph>(graph.scopes.map((scope) => [scope.path, scope]));

  for (const rule of rules) add(rule.machine?.(machine));
  for (const scope of allScopes(machine)) {
    const drawn = graphs.get(scope.path);
    if (drawn === undefined || scope.node === undefined) continue;
    const parent = drawn.parent === undefined ? undefined : findState(machine, drawn.parent);
    const checked = { scope, graph: drawn, parent, machine };
    for (const rule of rules) add(rule.scope?.(checked));
    for (const state of scope.states) for (const rule of rules) add(rule.state?.(state));
  }
  return diagnostics;
}

const toDiagnostic = ({ code, severity, message, range, state, fixes = [] }: Finding): Diagnostic => ({
  code,
  severity,
  message,
  range: { start: range.start, end: range.end },
  ...(state === undefined ? {} : { state: state.path }),
  ...(fixes.length === 0 ? {} : { fixes }),
});
