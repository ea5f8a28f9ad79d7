import type { StateMachine } from '../model';
import type { Diagnostic, ParsedText, ScopePath } from '../syntax';
import { type Findings, kindOf, readFields, report } from './fields';
import { buildScope } from './scopes';
import { MACHINE_FIELDS } from './stateFields';

/**
 * The typed model of a parsed definition. Never fails: what cannot be read is left out and told in `diagnostics`,
 * and a text that is no state machine at all gives a machine without states.
 */
export function buildModel(parsed: ParsedText): StateMachine {
  const diagnostics: Diagnostic[] = [];
  const findings: Findings = { list: diagnostics, state: undefined };
  const path = '' as ScopePath;
  const { root, text } = parsed;
  if (root?.kind !== 'object') {
    const whole = { start: 0, end: text.length };
    if (root !== undefined) {
      const message = `A definition is an object with StartAt and States, but this is ${kindOf(root)}.`;
      report(findings, message, root);
    } else {
      const message = 'There is no definition yet. Paste one, or begin with StartAt and States.';
      report(findings, message, whole, 'MISSING_DESCRIPTION');
    }
    return { path, states: [], node: undefined, diagnostics };
  }
  const machine = readFields(root, MACHINE_FIELDS, findings);
  const scope = buildScope(root, path, machine.QueryLanguage ?? 'JSONPath', findings);
  return { ...machine, ...scope, diagnostics };
}
