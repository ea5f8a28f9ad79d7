import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { useWorkspace, useWorkspaceActions } from '../../workspace';
import type { PaletteGestures } from './gestures/usePaletteDrag';
import { type Addition, SECTION_TITLES, type Section } from './model/additions';
import { PaletteList } from './PaletteList';
import styles from './PalettePanel.module.css';

export interface PaletteSectionProps {
  readonly section: Section;
  readonly additions: readonly Addition[];
  readonly drag: PaletteGestures;
}

/** A part of the palette under its title, which folds it away; the workspace remembers that. */
export function PaletteSection({ section, additions, drag }: PaletteSectionProps) {
  const panel = `palette-${section}`;
  const open = useWorkspace(({ settings }) => settings.panelsShown[panel] ?? true);
  const { settings } = useWorkspaceActions();
  const id = useId();
  const title = SECTION_TITLES[section];
  return (
    <section>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          data-palette-stop
          onClick={() => settings.showPanel(panel, !open)}
        >
          <ChevronDown size={14} aria-hidden="true" />
          {title}
          <span className={styles.count}>{additions.length}</span>
        </button>
      </h2>
      {open && <PaletteList id={id} label={title} additions={additions} drag={drag} />}
    </section>
  );
}
