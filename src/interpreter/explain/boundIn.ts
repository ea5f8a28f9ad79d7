/** Names that a JSONata expression gives to values of its own: assigned, items and places of a path, parameters. */
export function boundIn(expression: string): ReadonlySet<string> {
  const names = new Set([...expression.matchAll(/(\$\w+)\s*:=/g)].map(([, name = '']) => name));
  for (const [, name = ''] of expression.matchAll(/[@#]\s*(\$\w+)/g)) names.add(name);
  for (const [, list = ''] of expression.matchAll(/(?:function|λ)\s*\(([^()]*)\)/g))
    for (const name of list.split(',')) names.add(name.trim());
  return names;
}
