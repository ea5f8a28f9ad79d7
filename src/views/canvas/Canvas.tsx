import '@xyflow/react/dist/base.css';
import { Background, ReactFlow, ReactFlowProvider, type ReactFlowState, useStore } from '@xyflow/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Graph, NodeId } from '../../asl';
import type { TextProblem } from '../../worker';
import {
  selectedStates,
  selectGraph,
  selectLayout,
  selectMoment,
  selectProblem,
  selectSelectedState,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../workspace';
import { classNames, leastZoom, MAX_ZOOM, useCanvasView } from '../parts';
import styles from './Canvas.module.css';
import { Announcer } from './chrome/Announcer';
import { EdgeLayer } from './edges/EdgeLayer';
import { atHand, takeInHand } from './gestures/atHand';
import {
  CANVAS,
  type Interaction,
  interaction,
  useFocusOnRequest,
  useInteraction,
} from './gestures/interaction';
import { useCanvasKeys } from './gestures/useCanvasKeys';
import { useTransitionPress } from './gestures/useTransitionPress';
import { EMPTY_GRAPH, EMPTY_LAYOUT } from './model/emptyGraph';
import { isFarOut } from './model/farOut';
import { type FlowNode, wholeNode } from './model/flowNodes';
import { indexGraph, stateCount } from './model/graphIndex';
import { ANIMATE_UP_TO, CULL_FROM } from './model/size';
import { nodeTypes } from './nodes/nodeTypes';
import { RunFollower } from './RunFollower';
import { useFlowNodes } from './useFlowNodes';
import { useFollowedView } from './useFollowedView';
import { useSurface } from './useSurface';

const BrokenTextBar = lazy(() => import('./chrome/BrokenTextBar'));
const Overlays = lazy(() => import('./chrome/Overlays'));
const EmptyCanvas = lazy(() => import('./chrome/EmptyCanvas'));

export interface CanvasProps {
  /** Takes the user to the place where the text stops being readable; without it, only the line is told. */
  readonly onShowProblem?: (problem: TextProblem) => void;
  /** Shows examples to open, offered while there are no states. */
  readonly onExamples?: () => void;
}

/** The workflow as a drawing: seen, selected, edited and watched while it runs. */
export function Canvas({ onShowProblem, onExamples }: CanvasProps) {
  const problem = useWorkspace(selectProblem);
  const drawn = useWorkspace(selectGraph) !== undefined;
  const gesturing = useInteraction(isGesturing);
  const past = useWorkspace(selectMoment) !== undefined;
  return (
    <section className={styles.canvas} aria-label="Canvas">
      <Suspense fallback={null}>
        {problem && <BrokenTextBar problem={problem} drawn={drawn} onShow={onShowProblem} />}
      </Suspense>
      <div className={styles.area} data-gesturing={gesturing} data-past={past}>
        <ReactFlowProvider>
          <Drawing onExamples={onExamples} />
        </ReactFlowProvider>
      </div>
      <Announcer />
    </section>
  );
}

function Drawing({ onExamples }: { readonly onExamples: (() => void) | undefined }) {
  const known = useWorkspace(selectGraph);
  const graph = useMemo(() => drawnGraph(known), [known]);
  const layout = useWorkspace(selectLayout) ?? EMPTY_LAYOUT;
  const selected = useWorkspace(selectSelectedState);
  const index = useMemo(() => indexGraph(graph), [graph]);
  const nodes = useFlowNodes(index, layout, selected);
  const workspace = useWorkspaceActions();
  const { store } = workspace;
  const view = useCanvasView(crossing);
  const show = useCallback(
    (what: 'all' | 'selection') => {
      const boxes = selectedStates(store.getState()).flatMap(
        (path) => layout.nodes[path as string as NodeId] ?? [],
      );
      if (what === 'all') view.showAll(layout);
      else view.showBoxes(boxes);
    },
    [store, layout, view],
  );
  const onKeyDown = useCanvasKeys(index, show);
  const onClick = useTransitionPress();
  const far = useStore(isFar);
  const region = useFocusOnRequest<HTMLDivElement>(CANVAS);
  const [hands, setHands] = useState(atHand);
  useEffect(() => void takeInHand().then(setHands), []);
  const out = useStore(
    useCallback(
      (state: ReactFlowState) => isFarOut(state.transform[2], state, layout, nodes.length),
      [layout, nodes.length],
    ),
  );
  const least = useStore(useCallback((state: ReactFlowState) => leastZoom(layout, state), [layout]));
  const Overview = out ? hands?.Overview : undefined;
  const whole = useMemo<FlowNode[]>(() => [wholeNode(layout)], [layout]);
  useSurface(index, layout);
  useFollowedView(view, index, layout, selected);
  return (
    <ReactFlow
      ref={region}
      className={classNames(styles.flow, nodes.length <= ANIMATE_UP_TO && 'animate-moves', far && 'far')}
      aria-label="Workflow"
      tabIndex={0}
      nodes={Overview ? whole : nodes}
      nodeTypes={nodeTypes}
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
      minZoom={least}
      maxZoom={MAX_ZOOM}
      onlyRenderVisibleElements={nodes.length > CULL_FROM}
      onPaneClick={(event) => void takeInHand().then(({ pressPane }) => pressPane(workspace, event))}
      onMoveStart={(event) => viewMoves(Boolean(event), runId(store.getState()))}
      onClick={onClick}
      onDoubleClick={(event) => atHand()?.askOnEmpty(workspace, event)}
      onKeyDown={onKeyDown}
      onPointerDownCapture={(event) => atHand()?.beginBox(workspace, event)}
    >
      {Overview ? (
        <Overview index={index} layout={layout} view={view} />
      ) : (
        <>
          <Background gap={20} size={1.2} />
          <EdgeLayer index={index} layout={layout} />
        </>
      )}
      <RunFollower view={view} index={index} layout={layout} />
      <Suspense fallback={null}>
        <Overlays index={index} layout={layout} selected={selected} view={view} />
      </Suspense>
      {known && graph === EMPTY_GRAPH && (
        <Suspense fallback={null}>
          <EmptyCanvas onExamples={onExamples} />
        </Suspense>
      )}
    </ReactFlow>
  );
}

/** A graph without states is none: its Start and End would only stand around. */
function drawnGraph(graph: Graph | undefined): Graph {
  return graph && stateCount(graph) > 0 ? graph : EMPTY_GRAPH;
}

function crossing(flow: ReactFlowState, from: number, to: number): boolean {
  return atHand()?.crossToPicture(flow, from, to) ?? false;
}

/** Below this zoom only boxes, names, lines and statuses can be told apart: the rest is not drawn. */
const FAR = 0.28;

function isFar({ transform }: ReactFlowState): boolean {
  return transform[2] < FAR;
}

/** While something is dragged, what lies under the pointer does not answer to it. */
function isGesturing({ paletteDrag, rewire, move, box }: Interaction): boolean {
  return [paletteDrag, rewire, move].some(({ phase }) => phase === 'dragging') || box !== undefined;
}

/** @param run the one on show: it is not followed any more when the user moves the view by hand */
function viewMoves(byHand: boolean, run: string | undefined): void {
  const { menu, quickAdd } = interaction.getState();
  if (menu || (quickAdd && byHand)) interaction.setState({ menu: undefined, quickAdd: undefined });
  if (byHand && run !== undefined) interaction.setState({ steeredIn: run });
}

function runId({ execution }: WorkspaceState): string | undefined {
  return execution.run?.id;
}
