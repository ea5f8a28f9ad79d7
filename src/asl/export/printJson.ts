import type { PropertyNode, SyntaxNode } from '../syntax';
import { effectiveProperties } from './effectiveProperties';

const INDENT = '  ';

/**
 * A syntax tree as strict JSON with two spaces of indentation. Keys keep their order, which a JavaScript object
 * would not keep for names such as "1"; of duplicate keys the last is printed.
 */
export function printJson(node: SyntaxNode): string {
  return `${print(node, '')}\n`;
}

function print(node: SyntaxNode, indent: string): string {
  switch (node.kind) {
    case 'scalar':
      return Object.is(node.value, -0) ? '-0' : JSON.stringify(node.value);
    case 'array': {
      if (node.items.length === 0) return '[]';
      const inner = indent + INDENT;
      return `[\n${node.items.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`;
    }
    case 'object': {
      const properties = effectiveProperties(node);
      if (properties.length === 0) return '{}';
      const inner = indent + INDENT;
      const line = ({ key, value }: PropertyNode): string =>
        `${inner}${JSON.stringify(key)}: ${value ? print(value, inner) : 'null'}`;
      return `{\n${properties.map(line).join(',\n')}\n${indent}}`;
    }
  }
}
