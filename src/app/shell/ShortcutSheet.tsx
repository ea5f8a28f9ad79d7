import { useLayoutEffect, useRef } from 'react';
import { COMMANDS } from '../commands/commands';
import { showKeys } from '../commands/keys';
import styles from './ShortcutSheet.module.css';

const MAC = navigator.userAgent.includes('Mac');

/** Keys of the canvas, which it handles itself while it has the focus. */
const CANVAS_KEYS: readonly (readonly [string, string])[] = [
  [showKeys('Mod+K', MAC), 'Go to a state, a command, a problem'],
  [showKeys('Mod+F', MAC), 'Find a state'],
  ['↑ ↓', 'Go along the transitions'],
  ['← →', 'Go to the state beside'],
  ['Enter', 'Edit the state in its form, or go into a container'],
  [showKeys('Alt+Enter', MAC), 'Edit a container in its form'],
  ['A', 'Add after the state, or on the transition'],
  ['Alt+↓', 'Go to the transitions of the state'],
  ['F2', 'Rename the state, or lead the transition elsewhere'],
  ['Menu, Shift+F10', 'The menu of the state; while a run is paused, the first key only'],
  [showKeys('Mod+A', MAC), 'Select all states'],
  [showKeys('Shift+↓', MAC), 'Select the next state, too'],
  [showKeys('Mod+↓', MAC), 'Move it by hand'],
  ['Delete', 'Delete what is selected'],
  [showKeys('Mod+D', MAC), 'Duplicate it'],
  [showKeys('Mod+C', MAC), 'Copy it as text'],
  [showKeys('Mod+X', MAC), 'Cut it'],
  [showKeys('Mod+V', MAC), 'Paste states after the selected one'],
  ['− +', 'Collapse or expand a container'],
  ['Shift+1', 'Show the whole workflow'],
  ['Shift+2', 'Show what is selected'],
  ['?', 'This sheet'],
];

/** Keys of the strip of events, while it has the focus. */
const SCRUBBER_KEYS: readonly (readonly [string, string])[] = [
  ['← →', 'One event back or on'],
  [showKeys('Shift+←', MAC), 'To the state entered before'],
  [showKeys('Alt+←', MAC), 'To the error before'],
  ['Esc', 'Back to the run as it is'],
];

/** Keys of the fields of a form that hold expressions or JSON. */
const FIELD_KEYS: readonly (readonly [string, string])[] = [
  [showKeys('Mod+I', MAC), 'What is known of the place at the caret'],
  ['F12', `Go to where the variable gets its value, or to the state (${showKeys('Mod', MAC)}+click)`],
  ['Shift+F12', 'Everywhere it is used'],
  ['F2', 'Rename the variable or the state'],
  [showKeys('Mod+Enter', MAC), 'On the Test tab: test the state'],
];

/** Every shortcut, made from the list of commands. */
export default function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.sheet} onClose={onClose} aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {COMMANDS.map(({ id, title, keys }) => (
          <Row key={id} keys={keys.map((shortcut) => showKeys(shortcut, MAC))} title={title} />
        ))}
        {CANVAS_KEYS.map(([keys, title]) => (
          <Row key={keys} keys={[keys]} title={title} />
        ))}
        {FIELD_KEYS.map(([keys, title]) => (
          <Row key={title} keys={[keys]} title={`Fields of a form: ${title}`} />
        ))}
        {SCRUBBER_KEYS.map(([keys, title]) => (
          <Row key={title} keys={[keys]} title={`Events of a run: ${title}`} />
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Row({ keys, title }: { readonly keys: readonly string[]; readonly title: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {keys.map((shortcut) => (
          <kbd key={shortcut}>{shortcut}</kbd>
        ))}
      </dd>
    </div>
  );
}
