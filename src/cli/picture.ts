import { buildGraph, type Graph, layoutGraph, mermaid, svgPicture } from '../asl';
import { readDefinition } from './definition';
import { type Options, oneOf, readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';

export const PICTURE_OPTIONS = {
  format: 'value',
  output: 'value',
  theme: 'value',
  direction: 'value',
} as const;

/** `statecraft picture FILE`: the drawing of a definition, as the page draws it, or as a Mermaid flowchart. */
export function picture(given: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(
    given.map((word) => (word === '-o' ? '--output' : word)),
    PICTURE_OPTIONS,
  );
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0)
    throw new UsageError('picture wants one FILE, or - for standard input.');
  const text = draw(buildGraph(readDefinition(terminal, file)), file, options);
  const output = options.value('output');
  if (output === undefined || output === '-') terminal.out(text.trimEnd());
  else terminal.write(output, text);
  return 0;
}

function draw(graph: Graph, file: string, options: Options): string {
  const format = oneOf(options, 'format', ['svg', 'mermaid']) ?? 'svg';
  const theme = oneOf(options, 'theme', ['light', 'dark']) ?? 'light';
  const direction = oneOf(options, 'direction', ['down', 'right']) ?? 'down';
  if (format === 'mermaid') return mermaid(graph, { direction });
  const title = file === '-' ? 'workflow' : file.replace(/^.*[/\\]/, '');
  return svgPicture(graph, layoutGraph(graph, { direction }), { theme, title }).svg;
}
