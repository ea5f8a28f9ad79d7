import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { SyntaxNode } from '../syntax';
import { effectiveProperties } from './effectiveProperties';

/** Longer strings stand as blocks below their key. */
const LONGEST_LINE = 100;

/**
 * A syntax tree as YAML 1.2. Strings that YAML 1.1 would read as something else (yes, 2020-01-01, 1_000) are
 * quoted, because CloudFormation and many other readers still speak 1.1; nothing is shared by anchors.
 */
export function printYaml(node: SyntaxNode): string {
  const document = new Document(null, { version: '1.2', schema: 'core', compat: 'yaml-1.1' });
  document.contents = toYaml(node) as typeof document.contents;
  return document.toString({ lineWidth: 0, indentSeq: true });
}

function toYaml(node: SyntaxNode): Scalar | YAMLSeq | YAMLMap {
  switch (node.kind) {
    case 'scalar':
      return scalar(node.value);
    case 'array': {
      const list = new YAMLSeq();
      list.items = node.items.map(toYaml);
      return list;
    }
    case 'object': {
      const map = new YAMLMap();
      // Not `map.add`, which looks every key up among those before.
      map.items = effectiveProperties(node).map(
        ({ key, value }) => new Pair(quoted(new Scalar(key)), value ? toYaml(value) : new Scalar(null)),
      );
      return map;
    }
  }
}

function scalar(value: string | number | boolean | null): Scalar {
  const printed = quoted(new Scalar(value));
  if (typeof value !== 'string' || printed.type === Scalar.QUOTE_DOUBLE) return printed;
  if (value.includes('\n') || (value.length > LONGEST_LINE && value.includes(' '))) {
    printed.type = Scalar.BLOCK_LITERAL;
  }
  return printed;
}

/** Characters that nobody sees, which a reader may drop (a byte order mark) or refuse outside quotes. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\u00a0\u2028\u2029\ufeff]/u;

function quoted<Value extends Scalar>(scalar: Value): Value {
  if (typeof scalar.value === 'string' && INVISIBLE.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
