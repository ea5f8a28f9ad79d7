import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './JsonText.module.css';

/** More characters than this are not laid out at once; the copy button gives all of them. */
const MOST_SHOWN = 100_000;

const MOST_ROWS = 16;

/** A JSON (or any other) text to read, scroll and copy; a text field, so that the keyboard reaches all of it. */
export function JsonText({ text, label }: { readonly text: string; readonly label: string }) {
  const shown = text.length > MOST_SHOWN ? text.slice(0, MOST_SHOWN) : text;
  return (
    <div className={styles.json}>
      <textarea
        readOnly
        className={styles.text}
        aria-label={label}
        rows={Math.min(MOST_ROWS, shown.split('\n').length)}
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
