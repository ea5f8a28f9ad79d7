import type { IMarkdownString, languages } from 'monaco-editor/editor/editor.api.js';
import type { HoverPart } from '../../../worker';
import type { Asking } from './asking';

/** What is said about the place under the pointer. */
export function hoverProvider(asking: Asking): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const { workspace } = asking;
      const found = await asking.askWithData(model, position, (place) =>
        workspace.askService('hover', place),
      );
      return found && { range: asking.rangeOf(found.range), contents: found.parts.map(markdown) };
    },
  };
}

/** Data is shown, never read as Markdown. */
function markdown(part: HoverPart): IMarkdownString {
  switch (part.kind) {
    case 'text':
      return { value: escaped(part.text) };
    case 'strong':
      return { value: `**${escaped(part.text)}**` };
    case 'code': {
      const longest = Math.max(2, ...(part.text.match(/`+/g) ?? []).map(({ length }) => length));
      const fence = '`'.repeat(longest + 1);
      return { value: `${fence}${part.language === 'json' ? 'json' : ''}\n${part.text}\n${fence}` };
    }
  }
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:]/g, '\\$&');
