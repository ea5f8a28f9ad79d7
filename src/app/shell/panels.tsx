import { type ReactNode, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { selectPanelSizes, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './panels.module.css';

interface PanelGroupProps {
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}

/** Panels with splitters between them, whose sizes are remembered. */
export function PanelGroup({ orientation, children }: PanelGroupProps) {
  const { settings } = useWorkspaceActions();
  return (
    <Group
      orientation={orientation}
      className={styles.group}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) settings.resizePanels(layout);
      }}
    >
      {children}
    </Group>
  );
}

interface SizedPanelProps {
  readonly id: string;
  /** Percent of the group when the user has not chosen another. */
  readonly size: number;
  readonly min: number;
  readonly children: ReactNode;
}

export function SizedPanel({ id, size, min, children }: SizedPanelProps) {
  const remembered = useWorkspace(selectPanelSizes)[id];
  const first = useRef(remembered ?? size);
  return (
    <Panel id={id} defaultSize={`${first.current}%`} minSize={`${min}%`} className={styles.panel}>
      {children}
    </Panel>
  );
}

export function PanelHandle({ label }: { readonly label: string }) {
  return <Separator className={styles.handle} aria-label={label} />;
}
