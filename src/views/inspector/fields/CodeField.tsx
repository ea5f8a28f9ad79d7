import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type CodeDialect, type PathRoots, type Token, tokensOf } from '../../../asl';
import { CompletionList } from './CompletionList';
import styles from './Field.module.css';
import { useCompletions } from './useCompletions';
import type { Draft } from './useDraft';

export interface CodeFieldProps {
  readonly id: string;
  readonly draft: Draft;
  readonly dialect: CodeDialect;
  readonly roots: PathRoots;
  readonly placeholder?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  /** A single line: Enter writes it. */
  readonly line?: boolean;
}

/** More characters than this are typed without colours. */
const MOST_COLOURED = 20_000;

/** A small editor for expressions and JSON: coloured, with completion from the actual data. */
export function CodeField(props: CodeFieldProps) {
  const { id, draft, dialect, roots, placeholder, label, describedBy, line = false } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const colours = useRef<HTMLPreElement>(null);
  const coloured = draft.text.length <= MOST_COLOURED;
  const pieces = useMemo(
    () => placed(tokensOf(draft.text, coloured ? dialect : 'plain')),
    [draft.text, dialect, coloured],
  );
  const completing = useCompletions(area, draft, dialect, roots);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completing.press(event)) return;
    if (event.key === 'Enter' && line && !event.shiftKey) {
      event.preventDefault();
      draft.leave();
      draft.enter();
    }
  };

  return (
    <div className={styles.code} data-invalid={draft.problem !== undefined}>
      <div className={styles.scroll}>
        <pre ref={colours} className={styles.colours} aria-hidden="true">
          {pieces.map(({ at, kind, text }) => (
            <span key={at} className={styles[kind]}>
              {text}
            </span>
          ))}
          {'\u200b'}
        </pre>
        <textarea
          ref={area}
          id={id}
          className={styles.input}
          value={draft.text}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={draft.problem !== undefined}
          aria-autocomplete="list"
          aria-controls={completing.open && `${id}-completions`}
          aria-activedescendant={completing.open && `${id}-completion-${completing.open.chosen}`}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          onFocus={draft.enter}
          onBlur={() => {
            completing.close();
            draft.leave();
          }}
          onChange={(event) => {
            draft.change(event.target.value);
            completing.typed();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {completing.open && (
        <CompletionList id={id} open={completing.open} colours={colours} onChoose={completing.choose} />
      )}
    </div>
  );
}

/** Each piece with the offset it begins at. */
function placed(tokens: readonly Token[]): readonly (Token & { readonly at: number })[] {
  let at = 0;
  return tokens.map((token) => {
    const piece = { ...token, at };
    at += token.text.length;
    return piece;
  });
}
