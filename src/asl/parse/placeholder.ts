import type { SyntaxNode } from '../syntax';

const ANYWHERE = /\$\{[^}]*\}/;

/** Whether a text has a `${placeholder}` that a deployment tool fills in. */
export const hasPlaceholder = (text: string): boolean => text.includes('${') && ANYWHERE.test(text);

/**
 * Whether a deployment tool decides this value: a text with a `${placeholder}`, or CloudFormation's
 * `{"Ref": ...}` and `{"Fn::...": ...}`. Such a value is legal in place of any other.
 */
export function isPlaceholder(node: SyntaxNode): boolean {
  if (node.kind === 'scalar') return typeof node.value === 'string' && hasPlaceholder(node.value);
  if (node.kind === 'array' || node.properties.length !== 1) return false;
  const key = node.properties[0]?.key;
  return key === 'Ref' || key?.startsWith('Fn::') === true;
}
