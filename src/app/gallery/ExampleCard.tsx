import { useId } from 'react';
import { Drawing } from './Drawing';
import styles from './ExampleCard.module.css';
import type { Card } from './example';
import { TYPE_WORDS } from './search';
import { usePreview } from './usePreview';

interface ExampleCardProps {
  readonly card: Card;
  /** It is what Enter opens while the filter is typed. */
  readonly first: boolean;
  readonly onOpen: () => void;
}

export function ExampleCard({ card, first, onOpen }: ExampleCardProps) {
  const id = useId();
  const preview = usePreview(card);
  const { title, about, type, language, shows } = card;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.card}
        data-first={first}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}about ${id}shows`}
        onClick={onOpen}
      >
        <span className={styles.picture}>{preview && <Drawing preview={preview} />}</span>
        <span className={styles.words}>
          <span id={`${id}title`} className={styles.title}>
            {title}
          </span>
          <span id={`${id}about`} className={styles.about}>
            {about}
          </span>
          <span id={`${id}shows`} className={styles.badges}>
            <span className={styles.kind}>{TYPE_WORDS[type]}</span>
            <span className={styles.kind}>{language}</span>
            {shows.map((show) => (
              <span key={show} className={styles.show}>
                {show}
              </span>
            ))}
          </span>
        </span>
      </button>
    </li>
  );
}
