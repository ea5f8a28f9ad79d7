import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { HoverPart } from '../../../worker';
import type { Caret } from '../form/useFieldNames';
import styles from './NameCard.module.css';
import type { Card } from './nameCards';
import { placeOf, seenThrough } from './textPlaces';
import type { Names } from './useNames';

interface NameCardProps {
  readonly names: Names;
  readonly card: Card;
  /** The coloured copy of the text: where its characters stand. */
  readonly colours: RefObject<HTMLPreElement | null>;
  /** Back to where the user was typing. */
  readonly onDone: () => void;
}

const MARGIN = 4;
/** Not hidden: what is in it takes the focus at once. */
const UNPLACED = { left: 0, top: 0, opacity: 0 };

/** What is known of a place of a field, under it. */
export function NameCard({ names, card, colours, onDone }: NameCardProps) {
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const own = useRef<HTMLDivElement>(null);
  const { close } = names;
  useLayoutEffect(() => {
    const put = (moved: boolean) => {
      const field = colours.current;
      if (!field || !own.current) return;
      // A place that is gone: under all of the field.
      const box = placeOf(field, card.offset) ?? field.getBoundingClientRect();
      const seen = seenThrough(field);
      const isOut = box.bottom <= seen.top || seen.bottom <= box.top;
      // What one works in stays at the edge; what only tells something goes with its place.
      if (moved && isOut && (card.kind === 'hover' || card.kind === 'note')) return close();
      setPlace(beside(box, own.current, seen));
    };
    const scrolled = ({ target }: Event) => {
      if (!(target instanceof Node && own.current?.contains(target))) put(true);
    };
    put(false);
    const until = new AbortController();
    const { signal } = until;
    window.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
    window.addEventListener('resize', () => put(true), { signal });
    return () => until.abort();
  }, [card, colours, close]);
  return (
    <div
      ref={own}
      className={styles.card}
      style={place ?? UNPLACED}
      onPointerEnter={names.keep}
      onPointerLeave={names.letGo}
    >
      <Content names={names} card={card} onDone={onDone} />
    </div>
  );
}

/** Under a place where there is room, else above it. */
function beside(box: DOMRect, card: HTMLElement, seen: { readonly top: number; readonly bottom: number }) {
  const { offsetWidth: width, offsetHeight: height } = card;
  const under = Math.min(Math.max(box.bottom, seen.top), seen.bottom) + 5;
  const over = Math.min(Math.max(box.top, seen.top), seen.bottom) - height - 2;
  const top = under + height <= window.innerHeight || over < MARGIN ? under : over;
  const left = Math.max(MARGIN, Math.min(box.left, window.innerWidth - width - MARGIN));
  return { left, top };
}

function Content({ names, card, onDone }: Omit<NameCardProps, 'colours'>) {
  switch (card.kind) {
    case 'hover':
      return (
        <div role="status" aria-label="About this">
          {card.about.parts.map((part) => (
            <Part key={`${part.kind} ${part.text}`} part={part} />
          ))}
        </div>
      );
    case 'note':
      return (
        <p role="status" aria-label="About this">
          {card.text}
        </p>
      );
    case 'rename':
      return <Rename names={names} symbol={card.symbol} caret={card.caret} onDone={onDone} />;
    case 'uses':
      return <Uses names={names} symbol={card.symbol} onDone={onDone} />;
  }
}

/** Data is shown as it is. */
function Part({ part }: { readonly part: HoverPart }) {
  switch (part.kind) {
    case 'strong':
      return (
        <p>
          <strong>{part.text}</strong>
        </p>
      );
    case 'code':
      return <pre>{part.text}</pre>;
    case 'text':
      return <p>{part.text}</p>;
  }
}

interface SymbolProps {
  readonly names: Names;
  readonly symbol: Extract<Card, { readonly kind: 'rename' }>['symbol'];
  readonly onDone: () => void;
}

function Rename({ names, symbol, caret, onDone }: SymbolProps & { readonly caret: Caret }) {
  const [name, setName] = useState(symbol.name);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const { length } = symbol.places;
  const finish = () => {
    names.close();
    onDone();
  };
  const busy = useRef(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy.current) return;
    if (name === symbol.name) return finish();
    busy.current = true;
    const refused = await names.rename(symbol, caret, name);
    busy.current = false;
    if (refused !== undefined) setProblem(refused);
    // Whoever went elsewhere meanwhile stays there.
    else if (input.current?.matches(':focus')) finish();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        New name of the {symbol.kind}
        <input
          ref={input}
          type="text"
          value={name}
          spellCheck={false}
          aria-invalid={problem !== undefined}
          onChange={({ target }) => setName(target.value)}
          onBlur={names.close}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            finish();
          }}
        />
      </label>
      {problem === undefined ? (
        <p className={styles.hint}>
          Enter renames it in {length === 1 ? 'its one place' : `all ${length} places`}.
        </p>
      ) : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function Uses({ names, symbol, onDone }: SymbolProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const step = (by: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.findIndex((button) => button.matches(':focus')) + by]?.focus();
  };
  return (
    <ul
      ref={list}
      aria-label={`Uses of ${symbol.name}`}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) names.close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Escape') {
          names.close();
          onDone();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {symbol.places.map((place) => (
        <li key={place.start}>
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => names.goTo(place)}
          >
            <strong>{place.name ?? 'The workflow'}</strong> {place.field.join(' › ')}
            {place.defines && <span>{symbol.kind === 'state' ? 'the state' : 'gets its value'}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
