import { Tabs } from '@base-ui/react/tabs';
import { Plus, X } from 'lucide-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import {
  type OpenDocument,
  selectElsewhere,
  selectName,
  selectShelf,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { openBlank } from '../gallery/blank';
import styles from './DocumentStrip.module.css';

/** The workflows that are open, one on show. */
export default function DocumentStrip() {
  const workspace = useWorkspaceActions();
  const { shown, open } = useWorkspace(selectShelf);
  const name = useWorkspace(selectName);
  return (
    <div className={styles.strip}>
      <Tabs.Root
        className={styles.root}
        value={shown}
        onValueChange={(id: string) => void workspace.shelf().then(({ show }) => show(id))}
      >
        <Tabs.List className={styles.tabs} aria-label="Open workflows" activateOnFocus={false}>
          {open.map((each) => (
            <OneDocument key={each.id} document={each.id === shown ? { ...each, name } : each} />
          ))}
        </Tabs.List>
      </Tabs.Root>
      <button
        type="button"
        className={styles.add}
        title="New workflow beside these"
        aria-label="New workflow beside these"
        onClick={() => void openBlank(workspace)}
      >
        <Plus size={14} />
      </button>
    </div>
  );
}

/** Closed by the cross, the middle button, or Delete: a tab may hold no button of its own. */
function OneDocument({ document: { id, name } }: { readonly document: OpenDocument }) {
  const workspace = useWorkspaceActions();
  const goesOn = useWorkspace(selectElsewhere).includes(id);
  const said = name.trim() || 'Without a name';
  const close = (event: KeyboardEvent | MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void workspace.shelf().then((shelf) => shelf.close(id));
  };
  return (
    <Tabs.Tab
      value={id}
      className={styles.tab}
      aria-label={goesOn ? `${said}, its run is not over` : said}
      aria-keyshortcuts="Delete"
      title={goesOn ? `${said}: its run is not over` : said}
      ref={reveal}
      onClickCapture={(event) => {
        if (event.target instanceof Element && event.target.closest('[data-close]')) close(event);
      }}
      onMouseDown={(event) => {
        // Else the browser begins to scroll.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) close(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Delete') close(event);
      }}
    >
      {goesOn && <span className={styles.going} />}
      <span className={styles.name}>{said}</span>
      <span className={styles.close} data-close title={`Close ${said}`}>
        <X size={12} aria-hidden="true" />
      </span>
    </Tabs.Tab>
  );
}

/** A tab that comes is seen, however many there are. */
const reveal = (tab: HTMLElement | null) => {
  if (tab?.getAttribute('aria-selected') === 'true')
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
