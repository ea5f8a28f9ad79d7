import { isScalar, isSeq, type ParsedNode } from 'yaml';

/**
 * CloudFormation's short tags, as the `${placeholder}` text that means the same in a definition: `!Ref X` is
 * `${X}`, `!GetAtt X.Arn` is `${X.Arn}`, `!Sub` has its placeholders already, and a `!Join` of texts is done here.
 * Undefined for any other tag; of the rest (`!Select`, `!Split`, ...) only the tag's name is kept.
 */
export function placeholderOfTag(node: ParsedNode): string | undefined {
  const tag = node.tag;
  if (tag === undefined || !/^![A-Z]/.test(tag)) return undefined;
  const name = tag.slice(1);
  switch (name) {
    case 'Ref':
    case 'ImportValue':
      return placeholder(isScalar(node) ? String(node.value) : name);
    case 'GetAtt':
      return placeholder(isSeq(node) ? texts(node.items).join('.') : scalarText(node));
    case 'Sub':
      return isSeq(node) ? texts(node.items)[0] : scalarText(node);
    case 'Join':
      return joined(node);
    default:
      return placeholder(name);
  }
}

function joined(node: ParsedNode): string {
  const [separator, parts] = isSeq(node) ? node.items : [];
  if (!isSeq(parts) || !isScalar(separator)) return placeholder('Join');
  return texts(parts.items as readonly ParsedNode[]).join(String(separator.value));
}

const texts = (nodes: readonly ParsedNode[]): readonly string[] =>
  nodes.map((node) => placeholderOfTag(node) ?? scalarText(node));

const scalarText = (node: ParsedNode): string => (isScalar(node) ? String(node.value) : placeholder('value'));

const placeholder = (name: string): string => `\${${name}}`;
