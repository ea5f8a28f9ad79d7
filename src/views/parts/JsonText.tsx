import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from './classNames';
import styles from './JsonText.module.css';

/** More characters than this are not laid out at once; the copy button gives all of them. */
const MOST_SHOWN = 100_000;

const MOST_ROWS = 16;
/** Characters of a wrapped line, about. */
const WRAP = 80;

export interface JsonTextProps {
  readonly text: string;
  readonly label: string;
  /** Sentences rather than data: long lines are wrapped. */
  readonly prose?: boolean;
}

/** A JSON (or any other) text to read, scroll and copy; a text field, so that the keyboard reaches all of it. */
export function JsonText({ text, label, prose = false }: JsonTextProps) {
  const shown = text.length > MOST_SHOWN ? text.slice(0, MOST_SHOWN) : text;
  return (
    <div className={styles.json}>
      <textarea
        readOnly
        className={classNames(styles.text, prose && styles.prose)}
        aria-label={label}
        rows={rowsOf(shown, prose)}
        spellCheck={false}
        value={shown}
      />
      {shown !== text && (
        <p className={styles.more}>
          The first {MOST_SHOWN.toLocaleString('en')} of {text.length.toLocaleString('en')} characters. Copy
          gives all.
        </p>
      )}
      <CopyButton text={text} label={label} />
    </div>
  );
}

/** Rows that show it whole, up to the most; wrapped lines are guessed at. */
function rowsOf(text: string, prose: boolean): number {
  const lines = text.split('\n');
  const rows = prose
    ? lines.reduce((sum, line) => sum + Math.ceil((line.length + 1) / WRAP), 0)
    : lines.length;
  return Math.min(MOST_ROWS, rows);
}

function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className={styles.copy}
      aria-label={copied ? 'Copied' : `Copy ${label}`}
      title={copied ? 'Copied' : 'Copy'}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <Check size={13} /> : <Copy size={13} />}
    </button>
  );
}
