import { useEffect } from 'react';
import { useWorkspaceActions } from '../../workspace';
import { COMMANDS } from './commands';
import { matchesKeys } from './keys';

/**
 * Shortcuts, wherever the focus is. They are caught before any view hears the key, so that Undo means the
 * document's one undo log in Monaco too; in an ordinary text field the field's own keys stay its own.
 */
export function useShortcuts(onHelp: () => void, onFind: (first: string) => void): void {
  const workspace = useWorkspaceActions();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = isTyping(event.target);
      const inDialog = document.querySelector('dialog:modal') !== null;
      if (matchesKeys('?', event) && !typing && !inDialog && !inEditor(event.target)) {
        event.preventDefault();
        onHelp();
        return;
      }
      const first = finds(event);
      if (first !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        onFind(first);
        return;
      }
      if (isOwn(event)) return;
      const command = COMMANDS.find(({ keys }) => keys.some((shortcut) => matchesKeys(shortcut, event)));
      if (!command || (typing && (command.id === 'undo' || command.id === 'redo'))) return;
      const enabled = !inDialog && command.enabled(workspace.store.getState());
      if (command.yields && !enabled) return;
      event.preventDefault();
      event.stopPropagation();
      // A dialog covers the document: its commands would change what nobody sees.
      if (enabled) command.run(workspace);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [workspace, onHelp, onFind]);
}

/** The part of the page with the focus has a use of its own for the keys: `data-keys` names them. */
const isOwn = (event: KeyboardEvent): boolean =>
  event.target instanceof Element &&
  matchesKeys(event.target.closest<HTMLElement>('[data-keys]')?.dataset.keys ?? '', event);

/** What the finder begins with at a key press; undefined for a key that does not open it. Monaco and fields find in themselves. */
function finds(event: KeyboardEvent): string | undefined {
  if (matchesKeys('Mod+K', event)) return '';
  const elsewhere = inEditor(event.target) || isTyping(event.target);
  return matchesKeys('Mod+F', event) && !elsewhere ? '@' : undefined;
}

const inEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.monaco-editor') !== null;

/** In a text field of its own (a name, the input), not in the definition's editor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || inEditor(target)) return false;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  return target.isContentEditable;
}

const TEXT_INPUTS: ReadonlySet<string> = new Set(['text', 'search', 'number', 'url', 'email', 'password']);

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

/** Somewhere that takes a paste itself: a text field or the editor; a dialog has nothing to do with it. */
export const takesPaste = (target: EventTarget | null): boolean =>
  inEditor(target) || isTyping(target) || inDialog(target);
