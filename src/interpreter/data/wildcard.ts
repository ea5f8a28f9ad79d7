/**
 * Compiles the pattern of StringMatches: `*` stands for any characters, none included; `\*` and `\\` for a
 * star and a backslash. Nothing else is special. The test takes time proportional to the text.
 * Source: ASL specification, "Choice State" (StringMatches).
 */
export function compileWildcard(pattern: string): (text: string) => boolean {
  const parts = splitAtStars(pattern);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1);
  if (parts.length === 1) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
      return false;
    const end = text.length - last.length;
    let position = first.length;
    for (const part of middle) {
      const found = text.indexOf(part, position);
      if (found < 0) return false;
      position = found + part.length;
    }
    return position <= end;
  };
}

function splitAtStars(pattern: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    const next = pattern.charAt(index + 1);
    if (character === '\\' && (next === '*' || next === '\\')) {
      part += next;
      index++;
    } else if (character === '*') {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}
