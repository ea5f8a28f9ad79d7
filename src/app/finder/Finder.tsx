import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../asl';
import { focusState } from '../../views/canvas';
import { selectText, useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../workspace';
import { ALL_COMMANDS } from './commands';
import type { Entry, Findable } from './entries';
import styles from './Finder.module.css';
import { FinderList } from './FinderList';
import { lineRange } from './lines';
import { SCOPES, search } from './search';
import { withWorkflows } from './workflows';

export interface FinderProps {
  /** What stands in the field at first: a sign that restricts the search, or nothing. */
  readonly first: string;
  readonly onShowText: (range: TextRange) => void;
  readonly onClose: () => void;
}

/** Goes to anything: states, commands, problems, lines. Typed, chosen with the arrows, taken with Enter. */
export default function Finder({ first, onShowText, onClose }: FinderProps) {
  const workspace = useWorkspaceActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState(first);
  const [chosen, setChosen] = useState(0);
  const findable = useFindable();
  const groups = useMemo(() => search(typed, findable), [typed, findable]);
  const entries = groups.flatMap((group) => group.entries);
  const listId = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const take = (entry: Entry) => {
    // The focus goes back to where it was before anything takes it elsewhere.
    dialog.current?.close();
    switch (entry.kind) {
      case 'state':
        workspace.selection.select(entry.path, 'command');
        focusState(entry.path);
        return;
      case 'command':
        entry.command.run(workspace);
        return;
      case 'finding':
        if (entry.diagnostic.state) workspace.selection.select(entry.diagnostic.state, 'command');
        onShowText(entry.diagnostic.range);
        return;
      case 'line':
        onShowText(lineRange(workspace.store.getState().document.text, entry.line));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const entry = entries[chosen];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && entries.length > 0) {
      setChosen((chosen + move + entries.length) % entries.length);
    } else if (event.key === 'Enter' && entry) take(entry);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.finder}
      aria-label="Go to anything"
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.inside}>
        <input
          className={styles.field}
          type="text"
          role="combobox"
          aria-label="Search states, commands and problems"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder="Search states, commands, problems"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <FinderList id={listId} groups={groups} chosen={chosen} onPoint={setChosen} onChoose={take} />
        <p className={styles.keys} aria-hidden="true">
          {SCOPES.map(({ sign, words }) => (
            <span key={sign}>
              <kbd>{sign}</kbd> {words}
            </span>
          ))}
        </p>
      </div>
    </dialog>
  );
}

function useFindable(): Findable {
  const { store } = useWorkspaceActions();
  const { outline, diagnostics } = useWorkspace(selectAnalysis);
  const text = useWorkspace(selectText);
  return useMemo(
    () => ({
      outline,
      diagnostics,
      commands: withWorkflows(store.getState(), ALL_COMMANDS).filter((command) =>
        command.enabled(store.getState()),
      ),
      lines: text.split('\n').length,
    }),
    [store, outline, diagnostics, text],
  );
}

const selectAnalysis = ({ analysis }: WorkspaceState) => analysis;
