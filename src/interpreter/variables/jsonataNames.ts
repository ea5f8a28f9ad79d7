import { type AstNode, childrenOf, leftOf } from '../data/jsonata/ast';
import { parseExpression } from '../data/jsonata/library';

/** Functions of JSONata and those AWS adds: `$sum` is not a variable. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl
   decodeUrlComponent distinct each encodeUrl encodeUrlComponent error eval exists filter floor formatBase
   formatInteger formatNumber fromMillis hash join keys length lookup lowercase map match max merge millis min
   not now number pad parse parseInteger partition power random range reduce replace reverse round shuffle sift
   single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type
   uppercase uuid zip`.split(/\s+/),
);

/**
 * Names of the workflow variables that an expression reads: every `$name` that neither the expression itself
 * binds nor JSONata defines. None for an expression that cannot be read.
 *
 * @param text without `{%` and `%}`
 */
export function jsonataNames(text: string): readonly string[] {
  const names: string[] = [];
  try {
    collect(parseExpression(text), new Set(), names);
  } catch {
    return [];
  }
  return names;
}

function collect(node: AstNode, bound: ReadonlySet<string>, names: string[]): void {
  const inside = new Set(bound);
  if (node.type === 'variable') {
    const name = String(node.value);
    if (isVariable(name) && !bound.has(name)) names.push(name);
  }
  if (node.type === 'lambda')
    for (const parameter of node.arguments ?? []) inside.add(String(parameter.value));
  // A name bound in a block, or by `@$x` and `#$i` in a path, is known in all of it.
  for (const child of childrenOf(node)) {
    const target = child.type === 'bind' ? leftOf(child) : undefined;
    if (target?.type === 'variable') inside.add(String(target.value));
    for (const name of [child.focus, child.index]) if (name !== undefined) inside.add(name);
  }
  for (const child of childrenOf(node)) collect(child, inside, names);
}

const isVariable = (name: string): boolean =>
  name !== '' && name !== '$' && name !== 'states' && !FUNCTIONS.has(name);
