import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWorkspaceActions } from '../../../workspace';
import { expectArrival } from '../form/arrivals';
import { useForm } from '../form/form';
import type { FieldNames } from '../form/useFieldNames';
import { type Card, createNameCards, type NameCards, type NamedField } from './nameCards';
import { offsetAt } from './textPlaces';
import type { Draft } from './useDraft';

export interface Names extends NameCards {
  readonly card: Card | undefined;
}

/** What is under the pointer or at the caret of a text area, where it comes from, and other names for it. */
export function useNames(
  area: RefObject<HTMLTextAreaElement | null>,
  colours: RefObject<HTMLPreElement | null>,
  draft: Draft,
  names: FieldNames,
): Names {
  const { selection } = useWorkspaceActions();
  const { object } = useForm();
  const [card, show] = useState<Card>();
  const now: NamedField = {
    ...{ names, draft, object, show },
    caret() {
      const { selectionStart: offset = 0, value = '' } = area.current ?? {};
      return { draft: value, offset };
    },
    offsetAt: (x, y) => (colours.current ? offsetAt(colours.current, x, y) : undefined),
    leadTo(place) {
      expectArrival(place);
      // Of the machine's own fields none is looked for: its form is what comes.
      if (place.state !== object) selection.select(place.state, 'inspector');
    },
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const field = useRef(now);
  field.current = now;
  const [cards] = useState(() => createNameCards(() => field.current));
  useEffect(() => cards.keep, [cards]);
  return { ...cards, card };
}
