import jsonata from 'jsonata';
import type { Json } from '../../src/asl';

/** An order as expressions meet it: ten lines to filter, map and sum up. */
export const ORDER: Json = {
  customer: { id: 'c-1', name: 'Ada' },
  lines: Array.from({ length: 10 }, (_, i) => ({ sku: `sku-${i}`, price: 2.5 + i, quantity: 1 + (i % 4) })),
};

/** What definitions compute: a sum, a filter, a map, a text, a sort. None of them is a plain path. */
export const EXPRESSIONS: readonly string[] = [
  '$sum($states.input.lines.(price * quantity))',
  '$states.input.lines[quantity > 2].sku',
  "$map($states.input.lines, function($line) { $line.sku & ' x ' & $string($line.quantity) })",
  "$uppercase($states.input.customer.name) & ': ' & $join($states.input.lines.sku, ', ')",
  '$sort($states.input.lines, function($a, $b) { $a.quantity > $b.quantity }).sku',
];

/** The same expressions by the library alone: compiled once, no limits, no states, no history. */
export function bareLibrary(input: Json): () => Promise<void> {
  const compiled = EXPRESSIONS.map((text) => jsonata(text));
  const bindings = { states: { input } };
  return async () => {
    for (const expression of compiled) await expression.evaluate(undefined, bindings);
  };
}
