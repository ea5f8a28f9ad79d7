import { type Graph, type Layout, mermaid, type PictureTheme, type SvgPicture, svgPicture } from '../../asl';
import { pictureFileName, type Workspace } from '../../workspace';
import { download } from './download';
import { pictureGlyphs } from './pictureGlyphs';
import { pictureRun } from './pictureRun';
import { pngOf } from './pngOf';

export type PictureFormat = 'svg' | 'png';

/** Mermaid draws no more lines than this unless it is configured to. */
const MERMAID_EDGES = 500;

/** The whole drawing as a file, in the page's theme. */
export async function downloadPicture(
  workspace: Workspace,
  format: PictureFormat,
  withRun: boolean,
): Promise<void> {
  const drawing = drawingOf(workspace);
  if (!drawing) return;
  const { document } = workspace.store.getState();
  const fileName = pictureFileName(document.name, format);
  const picture = draw(workspace, drawing, withRun);
  if (format === 'svg') {
    download(picture.svg, fileName, 'image/svg+xml');
    return;
  }
  try {
    const { blob, width, height, scale, wanted } = await pngOf(picture);
    download(blob, fileName, 'image/png');
    if (scale < wanted)
      workspace.notices.add(
        'info',
        `The workflow is too large for a PNG at full resolution: this one has ${width} × ${height} pixels, ` +
          `${percent(scale / wanted)} of that. The SVG is sharp at any size.`,
      );
  } catch {
    workspace.notices.add(
      'warning',
      'The browser could not draw a PNG of this workflow. Take the SVG instead.',
    );
  }
}

/** The drawing as Mermaid text, on the clipboard. */
export async function copyMermaid(workspace: Workspace, withRun: boolean): Promise<void> {
  const drawing = drawingOf(workspace);
  if (!drawing) return;
  const { direction } = workspace.store.getState().settings;
  const run = withRun ? pictureRun(workspace, drawing.graph) : undefined;
  const text = mermaid(drawing.graph, { direction, ...(run ? { run } : {}) });
  const edges = drawing.graph.scopes.reduce((sum, { transitions }) => sum + transitions.length, 0);
  try {
    await navigator.clipboard.writeText(text);
    workspace.notices.add(
      'info',
      edges > MERMAID_EDGES
        ? `The Mermaid text is on the clipboard. It has ${edges} transitions; set Mermaid's maxEdges to draw more than ${MERMAID_EDGES}.`
        : 'The Mermaid text is on the clipboard.',
    );
  } catch {
    workspace.notices.add('warning', 'The browser did not allow copying.');
  }
}

interface Drawing {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** What the canvas shows; a notice when that is nothing. */
function drawingOf(workspace: Workspace): Drawing | undefined {
  const { graph, layout } = workspace.store.getState().analysis;
  if (graph && layout) return { graph, layout };
  workspace.notices.add('warning', 'There is no drawing yet: the text has not been readable so far.');
  return undefined;
}

function draw(workspace: Workspace, { graph, layout }: Drawing, withRun: boolean): SvgPicture {
  const { document } = workspace.store.getState();
  const run = withRun ? pictureRun(workspace, graph) : undefined;
  return svgPicture(graph, layout, {
    theme: theme(),
    title: document.name,
    glyph: pictureGlyphs(),
    ...(run ? { run } : {}),
  });
}

/** The one in force, on the root element. */
const theme = (): PictureTheme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

const percent = (share: number): string => `${Math.round(share * 100)} %`;
