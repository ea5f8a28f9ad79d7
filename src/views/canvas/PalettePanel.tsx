import { Search } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { DragGhost } from './chrome/DragGhost';
import { usePaletteDrag } from './gestures/usePaletteDrag';
import { ADDITIONS, findAdditions, SECTIONS } from './model/additions';
import { PaletteList } from './PaletteList';
import styles from './PalettePanel.module.css';
import { PaletteSection } from './PaletteSection';
import { moveFocus } from './paletteFocus';

/**
 * What can be added, to be dragged onto a transition, into a branch, onto End or the canvas. A click or Enter puts it
 * after the selected state, else at the end.
 */
export function PalettePanel() {
  const drag = usePaletteDrag();
  const [query, setQuery] = useState('');
  const palette = useRef<HTMLFieldSetElement>(null);
  const found = useMemo(() => (query.trim() === '' ? undefined : findAdditions(query)), [query]);

  const onSearchKey = (event: KeyboardEvent) => {
    const best = found?.[0];
    if (event.key === 'Enter' && best) drag.choose(best);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <fieldset
      ref={palette}
      className={styles.panel}
      aria-label="What can be added"
      onKeyDown={(event) => moveFocus(event, palette.current)}
    >
      <div className={styles.search}>
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          className={styles.field}
          aria-label="Search the palette"
          placeholder="Search"
          spellCheck={false}
          autoComplete="off"
          value={query}
          data-palette-stop
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <div className={styles.sections}>
        {found ? (
          <>
            {found.length === 0 && <p className={styles.none}>Nothing of that name.</p>}
            <PaletteList label="Found" additions={found} drag={drag} />
          </>
        ) : (
          SECTIONS.map((section) => (
            <PaletteSection
              key={section}
              section={section}
              additions={ADDITIONS.filter((addition) => addition.section === section)}
              drag={drag}
            />
          ))
        )}
      </div>
      <DragGhost />
    </fieldset>
  );
}
