import { Tabs } from '@base-ui/react/tabs';
import { X } from 'lucide-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import {
  type RunTab,
  selectParents,
  selectRun,
  selectRuns,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { RunIcon } from './RunIcon';
import styles from './RunStrip.module.css';
import { faceOfTab, RUN_WORDS } from './runFaces';

/** The runs that are open, one on show. */
export default function RunStrip() {
  const { execution, children } = useWorkspaceActions();
  const runs = useWorkspace(selectRuns);
  const [outermost] = useWorkspace(selectParents);
  // The run whose child execution is looked at comes back with its definition.
  const show = (id: string) =>
    id === outermost?.run ? void children().then(({ back }) => back(0)) : void execution.showRun(id);
  const shown = useWorkspace(selectRun);
  return (
    <Tabs.Root value={shown?.id ?? null} onValueChange={show}>
      <Tabs.List className={styles.strip} aria-label="Open runs" activateOnFocus={false}>
        {runs.map((run) => (
          <OneRun key={run.id} run={run} />
        ))}
      </Tabs.List>
    </Tabs.Root>
  );
}

/** Closed by the cross, the middle button, or Delete: a tab may hold no button of its own. */
function OneRun({ run }: { readonly run: RunTab }) {
  const { execution } = useWorkspaceActions();
  const face = faceOfTab(run.phase, run.status);
  const close = (event: KeyboardEvent | MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void execution.closeRun(run.id);
  };
  return (
    <Tabs.Tab
      value={run.id}
      className={styles.tab}
      aria-label={`${run.name}, ${RUN_WORDS[face].toLowerCase()}`}
      aria-keyshortcuts="Delete"
      title={`${run.name}: ${RUN_WORDS[face].toLowerCase()}. Delete closes it.`}
      onClickCapture={(event) => {
        if (event.target instanceof Element && event.target.closest('[data-close]')) close(event);
      }}
      onAuxClick={(event) => {
        if (event.button === 1) close(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Delete') close(event);
      }}
    >
      <RunIcon face={face} />
      {run.name}
      <span className={styles.close} data-close title={`Close ${run.name}`}>
        <X size={12} aria-hidden="true" />
      </span>
    </Tabs.Tab>
  );
}
