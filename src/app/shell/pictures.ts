import {
  type Graph,
  type Layout,
  mermaid,
  type PictureGlyph,
  type PictureTheme,
  type StateNode,
  svgPicture,
} from '../../asl';
import type { Workspace } from '../../workspace';
import { pictureRun } from './pictureRun';
import { pngOf } from './pngOf';

export type PictureFormat = 'svg' | 'png';

export type Made<Content> =
  /** `note`: what the user should know about it. */
  | { readonly ok: true; readonly content: Content; readonly note?: string }
  | { readonly ok: false; readonly reason: string };

/** Mermaid draws no more lines than this unless it is configured to. */
const MERMAID_EDGES = 500;

/** The whole drawing as the content of a file, in the page's theme. */
export async function makePicture(
  workspace: Workspace,
  format: PictureFormat,
  withRun: boolean,
  glyph: (node: StateNode) => PictureGlyph,
): Promise<Made<string | Blob>> {
  const drawing = drawingOf(workspace);
  if (!drawing) return NOTHING;
  const picture = svgPicture(drawing.graph, drawing.layout, {
    theme: theme(),
    title: workspace.store.getState().document.name,
    glyph,
    ...runOf(workspace, drawing.graph, withRun),
  });
  if (format === 'svg') return { ok: true, content: picture.svg };
  try {
    const { blob, width, height, scale, wanted } = await pngOf(picture);
    if (scale === wanted) return { ok: true, content: blob };
    const note =
      `The workflow is too large for a PNG at full resolution: this one has ${width} × ${height} pixels, ` +
      `${Math.round((scale / wanted) * 100)} % of it. The SVG is sharp at any size.`;
    return { ok: true, content: blob, note };
  } catch {
    return { ok: false, reason: 'The browser could not draw a PNG of this workflow. Take the SVG instead.' };
  }
}

/** The drawing as Mermaid text. */
export function makeMermaid(workspace: Workspace, withRun: boolean): Made<string> {
  const graph = drawingOf(workspace)?.graph;
  if (!graph) return NOTHING;
  const { direction } = workspace.store.getState().settings;
  const content = mermaid(graph, { direction, ...runOf(workspace, graph, withRun) });
  const edges = graph.scopes.reduce((sum, { transitions }) => sum + transitions.length, 0);
  if (edges <= MERMAID_EDGES) return { ok: true, content };
  const note = `It has ${edges} transitions: set Mermaid's maxEdges, or it draws no more than ${MERMAID_EDGES}.`;
  return { ok: true, content, note };
}

const NOTHING = {
  ok: false,
  reason: 'There is no drawing yet: the text could not be read so far.',
} as const;

/** What the canvas shows. */
function drawingOf({ store }: Workspace): { readonly graph: Graph; readonly layout: Layout } | undefined {
  const { graph, layout } = store.getState().analysis;
  return graph && layout && { graph, layout };
}

function runOf(workspace: Workspace, graph: Graph, withRun: boolean) {
  const run = withRun ? pictureRun(workspace, graph) : undefined;
  return run ? { run } : {};
}

/** The one in force, on the root element. */
const theme = (): PictureTheme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');
