import { MiniMap, Panel, type ReactFlowState, useStore } from '@xyflow/react';
import {
  ArrowDown,
  ArrowRight,
  Info,
  Map as MapIcon,
  Maximize,
  Minus,
  Percent,
  Plus,
  WandSparkles,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Layout } from '../../../asl';
import {
  COVERAGE,
  selectCoverageShown,
  selectDirection,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../../workspace';
import { type CanvasView, classNames } from '../../parts';
import { useIsOverview } from '../useIsOverview';
import styles from './CanvasControls.module.css';
import { Legend } from './Legend';
import { MiniPicture } from './MiniPicture';

export interface CanvasControlsProps {
  readonly view: CanvasView;
  readonly layout: Layout;
}

/** Names under which the settings remember what is shown. */
const MINIMAP = 'canvas.minimap';
const LEGEND = 'canvas.legend';

/** Zoom, fit, direction, minimap and legend, at the canvas's lower left. */
export function CanvasControls({ view, layout }: CanvasControlsProps) {
  const { drawing, settings } = useWorkspaceActions();
  const moved = useWorkspace(isMovedByHand);
  const percent = useStore(zoomPercent);
  const direction = useWorkspace(selectDirection);
  const minimap = useWorkspace(minimapShown);
  const legend = useWorkspace(legendShown);
  const coverage = useWorkspace(selectCoverageShown);
  const afar = useIsOverview();
  const turned = direction === 'down' ? 'right' : 'down';
  return (
    <>
      {minimap && (
        <MiniMap
          className={styles.minimap}
          position="bottom-right"
          pannable
          ariaLabel="Overview of the workflow"
          nodeClassName={({ type }) => styles[`mini-${type}`] ?? ''}
          nodeBorderRadius={6}
          {...(afar && { nodeComponent: MiniPicture })}
        />
      )}
      <Panel position="bottom-left" className={styles.panel}>
        {legend && <Legend />}
        <div className={styles.bar} role="toolbar" aria-label="View">
          <Control label="Zoom out" onPress={() => view.zoomBy(1 / 1.25)}>
            <Minus size={15} />
          </Control>
          <button
            type="button"
            className={classNames(styles.control, styles.percent)}
            title="Zoom to 100 %"
            aria-label={`Zoom is ${percent} %. Zoom to 100 %`}
            onClick={() => view.zoomTo(1)}
          >
            {percent} %
          </button>
          <Control label="Zoom in" onPress={() => view.zoomBy(1.25)}>
            <Plus size={15} />
          </Control>
          <Control label="Fit to view" onPress={() => view.showAll(layout)}>
            <Maximize size={14} />
          </Control>
          <span className={styles.gap} />
          <Control
            label={direction === 'down' ? 'Draw from left to right' : 'Draw from top to bottom'}
            onPress={() => settings.change({ direction: turned })}
          >
            {direction === 'down' ? <ArrowRight size={15} /> : <ArrowDown size={15} />}
          </Control>
          {moved && (
            <Control label="Tidy up: put back what was moved by hand" onPress={() => drawing.tidyUp()}>
              <WandSparkles size={14} />
            </Control>
          )}
          <Control label="Minimap" pressed={minimap} onPress={() => settings.showPanel(MINIMAP, !minimap)}>
            <MapIcon size={14} />
          </Control>
          <Control
            label="Coverage: where the runs of this workflow came"
            pressed={coverage}
            onPress={() => settings.showPanel(COVERAGE, !coverage)}
          >
            <Percent size={14} />
          </Control>
          <Control label="Legend" pressed={legend} onPress={() => settings.showPanel(LEGEND, !legend)}>
            <Info size={15} />
          </Control>
        </div>
      </Panel>
    </>
  );
}

interface ControlProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Control({ label, pressed, onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      className={classNames(styles.control, pressed && styles.pressed)}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** Of a huge workflow that is seen as a whole less than one percent: one digit of that. */
function zoomPercent({ transform }: ReactFlowState): number {
  const percent = transform[2] * 100;
  return percent < 1 ? Number(percent.toPrecision(1)) : Math.round(percent);
}

function minimapShown({ settings }: WorkspaceState): boolean {
  return settings.panelsShown[MINIMAP] ?? false;
}

function legendShown({ settings }: WorkspaceState): boolean {
  return settings.panelsShown[LEGEND] ?? false;
}

function isMovedByHand({ drawing }: WorkspaceState): boolean {
  return drawing.moved.length > 0;
}
