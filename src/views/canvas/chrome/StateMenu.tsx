import {
  ArrowRightFromLine,
  ArrowRightToLine,
  CircleDot,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Flag,
  Group,
  Layers,
  Maximize2,
  Minimize2,
  Pencil,
  Play,
  Scissors,
  SlidersHorizontal,
  Trash2,
  Ungroup,
  Wrench,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { StateNode } from '../../../asl';
import {
  selectBreakpoints,
  selectPhase,
  useWorkspace,
  useWorkspaceActions,
  type Workspace,
} from '../../../workspace';
import type { CanvasActions } from '../canvasActions';
import { announce, interaction, useInteraction } from '../gestures/interaction';
import { isClosed } from '../model/closed';
import { handleTransition } from '../model/connection';
import { type GraphIndex, isContainer, stateAt } from '../model/graphIndex';
import { Menu, type MenuItem } from './Menu';
import styles from './StateMenu.module.css';
import { usePressOutside } from './usePressOutside';

export interface StateMenuProps {
  readonly index: GraphIndex;
  readonly actions: CanvasActions;
}

const WIDTH = 230;
const HEIGHT = 500;

/** Everything that can be done with a state, where it was asked for. */
export function StateMenu({ index, actions }: StateMenuProps) {
  const menu = useInteraction((state) => state.stateMenu);
  const place = usePressOutside<HTMLDivElement>(menu !== undefined, close);
  const state = menu && stateAt(index, menu.state);
  const workspace = useWorkspaceActions();
  const has = useWorkspace(selectBreakpoints).some(
    (each) => each.kind !== 'variable' && each.state === state?.path,
  );
  if (!menu || !state) return null;
  const entries = entriesFor(index, state, actions, debugEntries(workspace, state, has));
  const left = Math.max(4, Math.min(menu.at.x, window.innerWidth - WIDTH));
  const top = Math.max(4, Math.min(menu.at.y, window.innerHeight - HEIGHT));
  return createPortal(
    <div ref={place} className={styles.place} style={{ left, top, width: WIDTH }}>
      <Menu
        label={`Actions on ${state.name}`}
        items={entries}
        onClose={() => close(state.id)}
        onChoose={(id) => {
          close(state.id);
          entries.find((entry) => entry.id === id)?.run();
        }}
      />
    </div>,
    document.body,
  );
}

function close(focusNext?: string): void {
  interaction.setState({ stateMenu: undefined, focusNext });
}

interface Entry extends MenuItem {
  readonly run: () => void;
}

const entry = (name: string, glyph: ReactNode, run: () => void, keys?: string): Entry => ({
  id: name,
  name,
  glyph,
  run,
  ...(keys === undefined ? {} : { keys }),
});

/** What the debugger does with the state. */
function debugEntries(
  { breakpoints, execution, store }: Workspace,
  state: StateNode,
  has: boolean,
): readonly Entry[] {
  const phase = selectPhase(store.getState());
  const toggle = () => {
    breakpoints.toggle(state.path);
    announce(has ? `No breakpoint on ${state.name} any more.` : `Breakpoint on ${state.name}.`);
  };
  return [
    entry(has ? 'Remove breakpoint' : 'Add breakpoint', <CircleDot size={14} />, toggle, 'F9'),
    ...(phase === 'running' || phase === 'starting'
      ? []
      : [entry('Run to here', <Play size={14} />, () => void execution.runTo(state.path), 'Ctrl+F10')]),
  ];
}

function entriesFor(
  index: GraphIndex,
  state: StateNode,
  actions: CanvasActions,
  debugging: readonly Entry[],
): readonly Entry[] {
  const container = isContainer(state);
  const handle = handleTransition(index, state.id);
  const leadsOn = handle !== undefined && state.type !== 'Choice';
  const isEnd = (index.outgoing.get(state.id) ?? []).some(({ kind }) => kind.type === 'end');
  const isStart = (index.incoming.get(state.id) ?? []).some(({ kind }) => kind.type === 'start');
  const folding = (node: StateNode) => {
    const { surface } = interaction.getState();
    return surface && isClosed(index, surface.layout, node)
      ? entry('Expand', <Maximize2 size={14} />, () => actions.expand(node), '+')
      : entry('Collapse', <Minimize2 size={14} />, () => actions.collapse(node), '−');
  };
  const known = handle !== undefined && index.transitions.has(handle) ? handle : undefined;
  return [
    entry(
      'Edit',
      <SlidersHorizontal size={14} />,
      () => actions.open(state),
      container ? 'Alt+Enter' : 'Enter',
    ),
    entry('Rename', <Pencil size={14} />, () => actions.rename(state), 'F2'),
    entry('Duplicate', <CopyPlus size={14} />, () => actions.duplicate(state), 'Ctrl+D'),
    entry('Copy', <Copy size={14} />, () => actions.copy(state), 'Ctrl+C'),
    entry('Cut', <Scissors size={14} />, () => actions.cut(state), 'Ctrl+X'),
    entry('Paste after', <ClipboardPaste size={14} />, () => actions.paste(state), 'Ctrl+V'),
    ...(known === undefined
      ? []
      : [entry('Connect to…', <ArrowRightToLine size={14} />, () => actions.retarget(known))]),
    ...(isStart ? [] : [entry('Make it the start', <Flag size={14} />, () => actions.makeStart(state))]),
    ...(leadsOn && !isEnd
      ? [entry('Make it an end', <ArrowRightFromLine size={14} />, () => actions.makeEnd(state))]
      : []),
    entry('Wrap in a Parallel', <Group size={14} />, () => actions.wrap(state, 'Parallel')),
    entry('Wrap in a Map', <Layers size={14} />, () => actions.wrap(state, 'Map')),
    entry('Refactor…', <Wrench size={14} />, () => actions.refactor(state), 'Ctrl+Shift+R'),
    ...(container ? [folding(state)] : []),
    ...debugging,
    ...(container
      ? [entry('Delete, keep what is inside', <Ungroup size={14} />, () => actions.unwrap(state))]
      : []),
    entry('Delete', <Trash2 size={14} />, () => actions.remove(state), 'Del'),
  ];
}
