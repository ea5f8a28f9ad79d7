import { type ReactNode, useRef } from 'react';
import styles from './ServicesPane.module.css';

interface FileButtonProps {
  /** As for a file input, e.g. `.json`; anything without it. */
  readonly accept?: string;
  readonly onText: (text: string, fileName: string) => void;
  readonly children: ReactNode;
}

/** A button that asks for a file and hands on its text. */
export function FileButton({ accept, onText, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={styles.button} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) onText(await file.text(), file.name);
          target.value = '';
        }}
      />
    </>
  );
}
