import {
  type Alias,
  isAlias,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { PropertyNode, ScalarNode, SyntaxNode, TextRange } from '../syntax';
import { reportDuplicateKeys } from './duplicateKeys';
import { MAX_ALIASED_NODES } from './limits';
import type { Problems } from './problems';
import { INVALID_YAML } from './yamlProblems';
import { placeholderOfTag } from './yamlTags';

/** What an anchor names, and how many nodes an alias of it adds to the tree. */
interface Anchored {
  readonly node: SyntaxNode;
  readonly size: number;
}

/** Turns the YAML library's nodes into a syntax tree. Aliased parts are shared, not copied. */
export class YamlTree {
  private readonly anchors = new Map<string, Anchored>();
  /** Nodes so far, those behind aliases counted each time. */
  private size = 0;
  private aliased = 0;

  constructor(
    private readonly text: string,
    private readonly problems: Problems,
  ) {}

  read(node: ParsedNode): SyntaxNode {
    if (isAlias(node)) return this.alias(node);
    const before = this.size;
    const read = this.withoutAnchor(node);
    if (node.anchor) this.anchors.set(node.anchor, { node: read, size: this.size - before });
    return read;
  }

  private withoutAnchor(node: Exclude<ParsedNode, Alias.Parsed>): SyntaxNode {
    this.size++;
    const placeholder = placeholderOfTag(node);
    if (placeholder !== undefined) return this.scalarNode(node.range, placeholder);
    if (isScalar(node)) return this.scalarNode(node.range, this.scalarValue(node));
    return isSeq(node) ? this.array(node) : this.object(node as YAMLMap.Parsed);
  }

  private alias(node: Alias.Parsed): SyntaxNode {
    const { start, end } = this.range(node.range);
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      const message = `There is no anchor “&${node.source}” before this alias. Define it, or write the value here.`;
      this.problems.error(INVALID_YAML, message, { start, end });
      return { kind: 'scalar', start, end, value: null };
    }
    this.aliased += target.size;
    this.size += target.size;
    if (this.aliased > MAX_ALIASED_NODES) {
      const message = `The aliases of this text stand for more than ${MAX_ALIASED_NODES} values; this one is left out.`;
      this.problems.error(INVALID_YAML, message, { start, end });
      return { kind: 'scalar', start, end, value: null };
    }
    return { ...target.node, start, end };
  }

  private scalarNode(range: readonly number[], value: ScalarNode['value']): ScalarNode {
    return { kind: 'scalar', ...this.range(range), value };
  }

  /** JSON has no NaN and no infinities: such a value stays the text that it was written as. */
  private scalarValue(node: Scalar): ScalarNode['value'] {
    const { value } = node;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    return typeof value === 'number' && Number.isFinite(value) ? value : (node.source ?? String(value));
  }

  private array(node: YAMLSeq.Parsed): SyntaxNode {
    const { start, end } = this.range(node.range);
    const items: SyntaxNode[] = [];
    for (const item of node.items as readonly unknown[]) {
      // `[a: 1]` holds a pair, which YAML means as a mapping of one key.
      if (isPair(item))
        items.push(this.pairAsObject(item.key as ParsedNode | null, item.value as ParsedNode | null));
      else items.push(this.read(item as ParsedNode));
    }
    return { kind: 'array', start, end: node.flow ? end : (items.at(-1)?.end ?? end), items };
  }

  private object(node: YAMLMap.Parsed): SyntaxNode {
    const { start, end } = this.range(node.range);
    const own: PropertyNode[] = [];
    const merged: PropertyNode[] = [];
    let lastEnd = start;
    for (const { key, value } of node.items) {
      if (isMergeKey(key) && value) {
        merged.push(...this.mergeSources(value));
        lastEnd = this.range(value.range).end;
      } else {
        const properties = this.property(key, value);
        own.push(...properties);
        lastEnd = properties[0]?.end ?? lastEnd;
      }
    }
    reportDuplicateKeys(own, this.problems);
    const properties = merged.length > 0 ? withMerged(own, merged) : own;
    return { kind: 'object', start, end: node.flow ? end : lastEnd, properties };
  }

  private pairAsObject(key: ParsedNode | null, value: ParsedNode | null): SyntaxNode {
    const properties = key ? this.property(key, value) : [];
    const { start, end } = properties[0] ?? { start: 0, end: 0 };
    return { kind: 'object', start, end, properties };
  }

  private property(key: ParsedNode, value: ParsedNode | null): readonly PropertyNode[] {
    const keyRange = this.range(key.range);
    const name = this.keyName(key);
    if (name === undefined) {
      this.problems.error(INVALID_YAML, 'A key must be a simple text, not a list or a mapping.', keyRange);
      return [];
    }
    const node = value ? this.read(value) : this.scalarNode([keyRange.end, keyRange.end], null);
    const end = Math.max(keyRange.end, node.end);
    return [{ key: name, keyRange, value: node, start: keyRange.start, end }];
  }

  /** Keys are texts: `200:` is the key "200", whatever YAML makes of it. */
  private keyName(key: ParsedNode): string | undefined {
    if (isAlias(key)) {
      const target = this.anchors.get(key.source)?.node;
      return target?.kind === 'scalar' ? String(target.value) : undefined;
    }
    if (!isScalar(key)) return undefined;
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (key.anchor) {
      this.anchors.set(key.anchor, { node: this.scalarNode(key.range, name), size: 1 });
    }
    return name;
  }

  /** The properties that `<<: *base` or `<<: [*a, *b]` brings in; earlier sources win. */
  private mergeSources(value: ParsedNode): readonly PropertyNode[] {
    const source = this.read(value);
    const objects = source.kind === 'array' ? source.items : [source];
    const properties: PropertyNode[] = [];
    for (const object of objects) {
      if (object.kind === 'object') properties.push(...object.properties);
      else
        this.problems.error(INVALID_YAML, 'Only mappings can be merged with “<<”.', this.range(value.range));
    }
    return properties;
  }

  private range(range: readonly number[]): TextRange {
    const start = Math.min(range[0] ?? 0, this.text.length);
    return { start, end: Math.min(Math.max(range[1] ?? start, start), this.text.length) };
  }
}

const isMergeKey = (key: ParsedNode): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

/** Merged properties come first and give way to the object's own. */
function withMerged(own: readonly PropertyNode[], merged: readonly PropertyNode[]): readonly PropertyNode[] {
  const taken = new Set(own.map((property) => property.key));
  const added: PropertyNode[] = [];
  for (const property of merged) {
    if (taken.has(property.key)) continue;
    taken.add(property.key);
    added.push(property);
  }
  return [...added, ...own];
}
