import { type RefObject, useEffect, useRef, useState } from 'react';
import type { VersionText } from '../../../worker';
import { type LoadedMonaco, loadMonaco } from './loadMonaco';

export type DiffPhase =
  | { readonly type: 'loading' | 'ready' }
  | { readonly type: 'failed'; readonly message: string };

export interface DiffEditor {
  readonly phase: DiffPhase;
  /** Goes to the next difference, or the one before. */
  step(by: 1 | -1): void;
}

const OPTIONS = {
  automaticLayout: true,
  readOnly: true,
  originalEditable: false,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  renderSideBySideInlineBreakpoint: 860,
  hideUnchangedRegions: { enabled: true, contextLineCount: 4 },
  renderOverviewRuler: false,
  minimap: { enabled: false },
  fontSize: 12.5,
  lineHeight: 19,
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  padding: { top: 8, bottom: 8 },
  originalAriaLabel: 'Text before',
  modifiedAriaLabel: 'Text after',
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

interface Bound {
  show(before: VersionText, after: VersionText): void;
  step(by: 1 | -1): void;
  dispose(): void;
}

/** Monaco's diff editor in an element, for two texts. */
export function useDiffEditor(
  host: RefObject<HTMLElement | null>,
  before: VersionText,
  after: VersionText,
): DiffEditor {
  const bound = useRef<Bound>(undefined);
  const [phase, setPhase] = useState<DiffPhase>({ type: 'loading' });

  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const loaded = await loadMonaco();
        if (gone || !host.current) return;
        bound.current = bind(loaded, host.current);
        setPhase({ type: 'ready' });
      } catch (error) {
        setPhase({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    void load();
    return () => {
      gone = true;
      bound.current?.dispose();
      bound.current = undefined;
    };
  }, [host]);

  const ready = phase.type === 'ready';
  useEffect(() => {
    if (ready) bound.current?.show(before, after);
  }, [ready, before, after]);

  return { phase, step: (by) => bound.current?.step(by) };
}

function bind({ monaco, followTheme }: LoadedMonaco, host: HTMLElement): Bound {
  const stopFollowing = followTheme(monaco);
  const view = monaco.editor.createDiffEditor(host, {
    ...OPTIONS,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
  });
  const forget = () => {
    const models = view.getModel();
    view.setModel(null);
    models?.original.dispose();
    models?.modified.dispose();
  };
  return {
    show(before, after) {
      forget();
      view.setModel({
        original: monaco.editor.createModel(before.text, before.format),
        modified: monaco.editor.createModel(after.text, after.format),
      });
    },
    step: (by) => view.goToDiff(by > 0 ? 'next' : 'previous'),
    dispose() {
      stopFollowing();
      forget();
      view.dispose();
    },
  };
}
