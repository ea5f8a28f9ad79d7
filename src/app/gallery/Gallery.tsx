import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWorkspaceActions } from '../../workspace';
import { CARDS } from './cards';
import { ExampleCard } from './ExampleCard';
import { type Card, openExample } from './example';
import styles from './Gallery.module.css';
import { stepInGrid } from './grid';
import { search } from './search';

/** Examples to open, found by typing: Enter opens the first, arrows go to the others. */
export default function Gallery({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspaceActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const titleId = useId();
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string>();
  const opening = useRef(false);
  const cards = useMemo(() => search(CARDS, query), [query]);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);

  const open = async (card: Card) => {
    if (opening.current) return;
    opening.current = true;
    try {
      await openExample(workspace, card);
      dialog.current?.close();
    } catch {
      setProblem(`“${card.title}” could not be loaded. Try again, or reload the page.`);
    }
    opening.current = false;
  };
  const cardButtons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const focusCard = (at: number) => (at < 0 ? field.current : cardButtons()[at])?.focus();
  const onFieldKey = (event: KeyboardEvent) => {
    const [first] = cards;
    if (event.nativeEvent.isComposing || !first) return;
    if (event.key === 'Enter') void open(first);
    else if (event.key === 'ArrowDown') focusCard(0);
    else return;
    event.preventDefault();
  };
  const onListKey = (event: KeyboardEvent) => {
    const buttons = cardButtons();
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    const to = stepInGrid(event.key, at, buttons.length, columnsOf(buttons));
    if (to === undefined) {
      // Whoever types means the filter; the letter goes there, too.
      if (isLetter(event)) field.current?.focus();
      return;
    }
    event.preventDefault();
    focusCard(to);
  };

  return (
    <dialog ref={dialog} className={styles.gallery} onClose={onClose} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={titleId}>Examples</h2>
          <p>Each brings its input, mocks and files: open it and press Run.</p>
        </div>
        <label className={styles.filter}>
          <Search size={14} aria-hidden="true" />
          <input
            ref={field}
            type="text"
            aria-label="Filter the examples"
            placeholder="Filter: retry, callback, JSONata…"
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={onFieldKey}
          />
        </label>
        <button
          type="button"
          className={styles.close}
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {cards.length === 0 && (
        <p className={styles.none} role="status">
          No example matches “{query.trim()}”.
          <button
            type="button"
            onClick={() => {
              setQuery('');
              field.current?.focus();
            }}
          >
            Show all
          </button>
        </p>
      )}
      {cards.length > 0 && (
        <ul ref={list} className={styles.cards} aria-label="Examples" onKeyDown={onListKey}>
          {cards.map((card, index) => (
            <ExampleCard
              key={card.id}
              card={card}
              first={index === 0 && query.trim() !== ''}
              onOpen={() => void open(card)}
            />
          ))}
        </ul>
      )}
    </dialog>
  );
}

/** How many stand in the first row. */
function columnsOf(buttons: readonly HTMLElement[]): number {
  const top = buttons[0]?.getBoundingClientRect().top;
  return Math.max(1, buttons.filter((button) => button.getBoundingClientRect().top === top).length);
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
