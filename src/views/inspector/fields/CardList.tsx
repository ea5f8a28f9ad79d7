import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useForm } from '../form/form';
import styles from './CardList.module.css';
import { useCardDrag } from './useCardDrag';

interface CardListProps {
  /** What one card is, e.g. "rule". */
  readonly noun: string;
  readonly count: number;
  readonly titleOf: (index: number) => ReactNode;
  readonly bodyOf: (index: number) => ReactNode;
  readonly onAdd?: (() => void) | undefined;
  readonly addLabel: string;
  readonly onRemove: (index: number) => void;
  /** The list's place in the form's object. */
  readonly at: string;
  /** The last one may not go. */
  readonly keepOne?: boolean | undefined;
}

/** Items of a list in their order, which counts: moved by drag or buttons, removed, added. */
export function CardList(props: CardListProps) {
  const { noun, count, titleOf, bodyOf, onAdd, addLabel, onRemove, at, keepOne = false } = props;
  const form = useForm();
  const list = useRef<HTMLOListElement>(null);
  const onMove = (from: number, to: number) => form.reorder(at, from, to);
  const { dragged, over } = useCardDrag(list, onMove);
  return (
    <div className={styles.cards}>
      <ol ref={list} className={styles.list}>
        {[...Array(count).keys()].map((index) => (
          <li
            key={index}
            className={styles.card}
            data-over={over === index && dragged !== undefined && dragged !== index}
            data-dragged={dragged === index}
          >
            {/* The buttons do the same for the keyboard. */}
            <header className={styles.head} draggable={count > 1}>
              <span className={styles.title}>{titleOf(index)}</span>
              <button
                type="button"
                className={styles.tool}
                aria-label={`Move ${noun} ${index + 1} up`}
                title="Move up"
                disabled={index === 0}
                onClick={() => onMove(index, index - 1)}
              >
                <ArrowUp size={13} />
              </button>
              <button
                type="button"
                className={styles.tool}
                aria-label={`Move ${noun} ${index + 1} down`}
                title="Move down"
                disabled={index === count - 1}
                onClick={() => onMove(index, index + 1)}
              >
                <ArrowDown size={13} />
              </button>
              <button
                type="button"
                className={styles.tool}
                aria-label={`Remove ${noun} ${index + 1}`}
                title="Remove"
                disabled={keepOne && count === 1}
                onClick={() => onRemove(index)}
              >
                <Trash2 size={13} />
              </button>
            </header>
            <div className={styles.body}>{bodyOf(index)}</div>
          </li>
        ))}
      </ol>
      {onAdd && (
        <button type="button" className={styles.add} onClick={onAdd}>
          <Plus size={13} aria-hidden="true" /> {addLabel}
        </button>
      )}
    </div>
  );
}
