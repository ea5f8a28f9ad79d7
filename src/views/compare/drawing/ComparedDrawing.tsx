import '@xyflow/react/dist/base.css';
import { Background, Panel, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Box, GraphComparison, Layout, NodeId, TransitionId } from '../../../asl';
import { MAX_ZOOM, MIN_ZOOM, useCanvasView } from '../../parts';
import { statuses } from '../model/changes';
import styles from './ComparedDrawing.module.css';
import { comparedNodeTypes } from './ComparedStates';
import { ComparedTransitions } from './ComparedTransitions';
import { comparedNodes } from './comparedNodes';

export interface ComparedDrawingProps {
  readonly comparison: GraphComparison;
  readonly layout: Layout;
  /** Id of the change in hand. */
  readonly selected: string | undefined;
  onSelect(id: string): void;
}

/** From so many nodes on, only what is near the visible part is drawn. */
const CULL_FROM = 300;

/** Both versions as one drawing. */
export function ComparedDrawing(props: ComparedDrawingProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ comparison, layout, selected, onSelect }: ComparedDrawingProps) {
  const { graph } = comparison;
  const known = useMemo(
    () => ({ statuses: statuses(comparison), oldNames: oldNames(comparison) }),
    [comparison],
  );
  const nodes = useMemo(
    () => comparedNodes(graph, layout, known, selected),
    [graph, layout, known, selected],
  );
  const view = useCanvasView();

  useEffect(() => {
    const start = graph.scopes[0]?.start;
    if (view.ready) view.showFirst(layout, start === undefined ? undefined : layout.nodes[start]);
  }, [view, graph, layout]);
  useEffect(() => {
    const box = selected === undefined ? undefined : boxOf(layout, selected);
    if (view.ready && box) view.reveal(box);
  }, [view, layout, selected]);

  return (
    <ReactFlow
      id="compare"
      className={styles.flow ?? ''}
      aria-label="Both versions"
      nodes={nodes}
      nodeTypes={comparedNodeTypes}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      elementsSelectable={false}
      zIndexMode="manual"
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      panActivationKeyCode={null}
      zoomOnDoubleClick={false}
      panOnScroll
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      onlyRenderVisibleElements={nodes.length > CULL_FROM}
      onNodeClick={(_, { id }) => onSelect(id)}
    >
      <Background gap={20} size={1.2} />
      <ComparedTransitions graph={graph} layout={layout} statuses={known.statuses} />
      <Panel position="bottom-left" className={styles.bar ?? ''} role="toolbar" aria-label="View">
        <Control label="Zoom out" onPress={() => view.zoomBy(1 / 1.25)}>
          <Minus size={15} />
        </Control>
        <Control label="Zoom in" onPress={() => view.zoomBy(1.25)}>
          <Plus size={15} />
        </Control>
        <Control label="Fit to view" onPress={() => view.showAll(layout)}>
          <Maximize size={14} />
        </Control>
      </Panel>
    </ReactFlow>
  );
}

interface ControlProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Control({ label, onPress, children }: ControlProps) {
  return (
    <button type="button" className={styles.control} title={label} aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}

function oldNames({ states }: GraphComparison): ReadonlyMap<string, string> {
  return new Map(
    states.flatMap((state) => (state.status === 'renamed' ? [[state.node, state.before.name] as const] : [])),
  );
}

/** Where the state or transition with an id is; undefined for the definition itself. */
function boxOf({ nodes, edges }: Layout, id: string): Box | undefined {
  const box = nodes[id as NodeId];
  const end = edges[id as TransitionId]?.points.at(-1);
  return box ?? (end && { ...end, width: 1, height: 1 });
}
