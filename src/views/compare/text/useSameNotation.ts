import { useEffect, useState } from 'react';
import type { TextFormat } from '../../../asl';
import type { VersionText } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';

/** The notation both texts are shown in; as each is written when none. */
export type Notation = TextFormat | 'written';

export interface ShownTexts {
  readonly before: VersionText;
  readonly after: VersionText;
  /** Why a text is shown as it is written, though another notation was asked for. */
  readonly refusal: string | undefined;
}

/** Both texts in one notation, formatted alike, with their keys in the order in which they are written. */
export function useSameNotation(before: VersionText, after: VersionText, notation: Notation): ShownTexts {
  const { convert } = useWorkspaceActions();
  const [shown, setShown] = useState<ShownTexts>({ before, after, refusal: undefined });
  useEffect(() => {
    if (notation === 'written') {
      setShown({ before, after, refusal: undefined });
      return;
    }
    let gone = false;
    const rewrite = async () => {
      try {
        const [old, now] = await Promise.all([convert(before, notation), convert(after, notation)]);
        if (gone) return;
        const refused = old.ok ? now : old;
        setShown({
          before: old.ok ? { text: old.text, format: notation } : before,
          after: now.ok ? { text: now.text, format: notation } : after,
          refusal: refused.ok ? undefined : refused.reason,
        });
      } catch (error) {
        const refusal = error instanceof Error ? error.message : String(error);
        if (!gone) setShown({ before, after, refusal });
      }
    };
    void rewrite();
    return () => {
      gone = true;
    };
  }, [convert, before, after, notation]);
  return shown;
}
