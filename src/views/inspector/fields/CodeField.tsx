import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type CodeDialect, type Token, tokensOf } from '../../../asl';
import type { FieldNotation } from '../../../worker';
import { useFieldHelp } from '../form/useFieldHelp';
import { useFieldNames } from '../form/useFieldNames';
import { CompletionPopup } from './CompletionPopup';
import styles from './Field.module.css';
import { NameCard } from './NameCard';
import { useCompletions } from './useCompletions';
import type { Draft } from './useDraft';
import { useNames } from './useNames';

export interface CodeFieldProps {
  readonly id: string;
  /** JSON Pointer of the field within the form's object. */
  readonly at: string;
  readonly draft: Draft;
  readonly dialect: CodeDialect;
  readonly notation: FieldNotation;
  readonly placeholder?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  /** A single line: Enter writes it. */
  readonly line?: boolean;
}

/** More characters than this are typed without colours. */
const MOST_COLOURED = 20_000;

/** A small editor for expressions and JSON: coloured, with the completion that the editor has. */
export function CodeField(props: CodeFieldProps) {
  const { id, at, draft, dialect, notation, placeholder, label, describedBy, line = false } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const colours = useRef<HTMLPreElement>(null);
  const coloured = draft.text.length <= MOST_COLOURED;
  const pieces = useMemo(
    () => placed(tokensOf(draft.text, coloured ? dialect : 'plain')),
    [draft.text, dialect, coloured],
  );
  const completing = useCompletions(area, draft, useFieldHelp(at, notation));
  const names = useNames(area, colours, draft, useFieldNames(at, notation));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completing.press(event)) return;
    if (names.press(event)) return completing.close();
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
          aria-haspopup="listbox"
          aria-controls={completing.open && `${id}-completions`}
          aria-activedescendant={completing.open && `${id}-completion-${completing.open.chosen}`}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          onFocus={draft.enter}
          onBlur={() => {
            completing.close();
            names.left();
            draft.leave();
          }}
          onChange={(event) => {
            draft.change(event.target.value);
            completing.typed();
          }}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey) names.goToDefinition();
          }}
          onPointerMove={names.pointed}
          onPointerLeave={names.letGo}
          aria-keyshortcuts="Control+Space Control+I F2 F12 Shift+F12"
          onSelect={completing.moved}
        />
      </div>
      {names.card && !completing.open && (
        <NameCard names={names} card={names.card} colours={colours} onDone={() => area.current?.focus()} />
      )}
      {(completing.open || completing.signature) && (
        <CompletionPopup
          id={id}
          open={completing.open}
          signature={completing.signature}
          caret={area.current?.selectionStart ?? 0}
          colours={colours}
          onChoose={completing.choose}
        />
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
