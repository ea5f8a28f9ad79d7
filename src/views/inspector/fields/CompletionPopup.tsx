import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { SignatureHere, Suggestion } from '../../../worker';
import styles from './CompletionPopup.module.css';
import { placeOf } from './textPlaces';
import type { OpenCompletions } from './useCompletions';

interface CompletionPopupProps {
  readonly id: string;
  readonly open: OpenCompletions | undefined;
  readonly signature: SignatureHere | undefined;
  /** Where the caret is in the text. */
  readonly caret: number;
  /** The coloured copy of the text: where its characters stand. */
  readonly colours: RefObject<HTMLPreElement | null>;
  readonly onChoose: (item: Suggestion) => void;
}

const MARGIN = 4;

/** What may follow, under the word it would replace; the parameters of a call alone stand above the line. */
export function CompletionPopup(props: CompletionPopupProps) {
  const { id, open, signature, caret, colours, onChoose } = props;
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const popup = useRef<HTMLDivElement>(null);
  // What is shown decides how large it is: it is measured after each change.
  useLayoutEffect(() => {
    const box = colours.current && placeOf(colours.current, open?.replace.start ?? caret);
    const own = popup.current;
    if (!box || !own) return;
    const { offsetWidth: width, offsetHeight: height } = own;
    const under = box.bottom + 2;
    const over = box.top - height - 2;
    const fitsUnder = under + height <= window.innerHeight;
    const top = (open && fitsUnder) || over < MARGIN ? under : over;
    const left = Math.max(MARGIN, Math.min(box.left, window.innerWidth - width - MARGIN));
    setPlace((before) => (before?.left === left && before.top === top ? before : { left, top }));
    own.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const about = open?.items[open.chosen]?.documentation;
  return (
    <div ref={popup} className={styles.popup} style={place ?? { visibility: 'hidden' }}>
      {signature && <Signature {...signature} />}
      {open && (
        <div id={`${id}-completions`} className={styles.list} role="listbox" aria-label="Completions">
          {open.items.map((item, index) => (
            <div
              key={`${item.label} ${item.detail}`}
              id={`${id}-completion-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === open.chosen}
              data-kind={item.kind}
              // Before the text area loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                onChoose(item);
              }}
            >
              <span>{item.label}</span>
              <span>{item.detail}</span>
            </div>
          ))}
        </div>
      )}
      {about !== undefined && <p className={styles.about}>{about}</p>}
    </div>
  );
}

/** A call's parameters, the one that is being written set off. */
function Signature({ signature, help, parameters, active }: SignatureHere) {
  const here = parameters[active];
  return (
    <div className={styles.signature} role="status" aria-label="Parameters">
      <code>
        {here ? signature.slice(0, here.start) : signature}
        {here && <strong>{signature.slice(here.start, here.end)}</strong>}
        {here && signature.slice(here.end)}
      </code>
      <p>{help}</p>
    </div>
  );
}
