import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NodeId } from '../../../asl';
import { useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../../workspace';
import type { CanvasActions } from '../canvasActions';
import { CANVAS, interaction, type QuickAdd } from '../gestures/interaction';
import { additionGroups } from '../model/additionGroups';
import type { Addition } from '../model/additions';
import { describeTarget } from '../model/addTarget';
import type { GraphIndex } from '../model/graphIndex';
import { AdditionList } from './AdditionList';
import { nextItem } from './Menu';
import { placeBeside } from './menuPlace';
import styles from './QuickAddPopover.module.css';

export interface QuickAddPopoverProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly request: QuickAdd;
  readonly index: GraphIndex;
  readonly actions: CanvasActions;
}

/** Pixels. */
const SIZE = { width: 360, height: 420 };

/**
 * What to add, found by typing: arrows choose, Enter adds and lets the name be typed, Shift+Enter adds and asks for what
 * comes after it. Escape gives the focus back to where it was.
 */
export function QuickAddPopover({ ref, request, index, actions }: QuickAddPopoverProps) {
  const { store } = useWorkspaceActions();
  const recent = useWorkspace(recentlyAdded);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const groups = useMemo(() => additionGroups(query, recent), [query, recent]);
  const additions = groups.flatMap((group) => group.additions);
  const field = useFieldWithFocus();
  const comesFrom = useRef(document.activeElement);
  const busy = useRef(false);
  const listId = useId();
  const { target, at } = request;

  const giveFocusBack = () => {
    interaction.setState({ quickAdd: undefined });
    const { current } = comesFrom;
    if (current instanceof HTMLElement && current.isConnected && current !== document.body) {
      current.focus({ preventScroll: true });
    } else {
      interaction.setState({ focusNext: CANVAS });
    }
  };

  const add = async (addition: Addition, more: boolean) => {
    if (busy.current) return;
    busy.current = true;
    const added = await (more ? actions.add(addition, target) : actions.addAndName(addition, target));
    busy.current = false;
    if (!added || interaction.getState().quickAdd === undefined) return;
    const { onward } = added;
    setQuery('');
    setChosen(0);
    if (!more) {
      interaction.setState({ quickAdd: undefined });
    } else if (onward === undefined) {
      const selected = store.getState().selection.state as string | undefined as NodeId | undefined;
      interaction.setState({ quickAdd: undefined, focusNext: selected ?? CANVAS });
    } else {
      comesFrom.current = null;
      interaction.setState({
        quickAdd: { target: { kind: 'transition', transition: onward }, at },
        transition: undefined,
      });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const addition = additions[chosen];
    const next = MOVES.has(event.key)
      ? nextItem(
          event.key,
          chosen,
          additions.map(({ label }) => label),
        )
      : undefined;
    if (next !== undefined && additions.length > 0) setChosen(next);
    else if (event.key === 'Enter' && addition) void add(addition, event.shiftKey);
    else if (event.key === 'Escape' || event.key === 'Tab') giveFocusBack();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };

  const area = { width: window.innerWidth, height: window.innerHeight };
  const words = describeTarget(index, target);
  return createPortal(
    <div
      ref={ref}
      className={styles.popover}
      style={placeBeside(at, SIZE, area)}
      role="dialog"
      aria-label={words}
      data-quick-add
    >
      <p className={styles.words}>{words}</p>
      <input
        ref={field}
        className={styles.field}
        type="text"
        role="combobox"
        aria-label="Search what to add"
        aria-expanded={additions.length > 0}
        aria-controls={listId}
        aria-activedescendant={additions.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder="Search states, services, patterns"
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <AdditionList
        id={listId}
        groups={groups}
        chosen={chosen}
        onPoint={setChosen}
        onChoose={(addition, more) => void add(addition, more)}
      />
      <p className={styles.keys} aria-hidden="true">
        <span>
          <kbd>Enter</kbd> add
        </span>
        <span>
          <kbd>Shift</kbd> <kbd>Enter</kbd> add, and one after it
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
      </p>
    </div>,
    document.body,
  );
}

/** Home and End are the field's own. */
const MOVES: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp']);

function useFieldWithFocus() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
}

function recentlyAdded({ settings }: WorkspaceState): readonly string[] {
  return settings.recentlyAdded;
}
