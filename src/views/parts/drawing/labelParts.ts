export interface LabelParts {
  /** Cut with an ellipsis at its end where the label has no room. */
  readonly head: string;
  /** Always shown whole. */
  readonly tail: string;
}

/** Characters of a long label's end that are always shown: rules tend to differ in what they compare with. */
const TAIL = 13;
const LONG = 26;

/**
 * A label in two parts, so that it is shortened in its middle: "$.order.customer… = 'gold'".
 *
 * @param label may itself be shortened at its end
 * @param fullLabel the whole text, if `label` is its shortened beginning; else not looked at
 */
export function labelParts(label: string, fullLabel: string): LabelParts {
  const shortened = label.endsWith('…') && fullLabel.startsWith(label.slice(0, -1));
  const text = shortened ? fullLabel : label;
  if (text.length <= LONG) return { head: text, tail: '' };
  return { head: text.slice(0, -TAIL), tail: text.slice(-TAIL) };
}
