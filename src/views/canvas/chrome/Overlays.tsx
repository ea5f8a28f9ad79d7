import { lazy, Suspense } from 'react';
import type { Layout, StatePath } from '../../../asl';
import { selectCoverageShown, useWorkspace, useWorkspaceActions } from '../../../workspace';
import type { CanvasView } from '../../parts';
import { canvasActions } from '../canvasActions';
import { RewireLine } from '../edges/RewireLine';
import type { GraphIndex } from '../model/graphIndex';
import { CanvasControls } from './CanvasControls';
import { MomentBar } from './MomentBar';
import { MoveGhost } from './MoveGhost';
import { QuickAdd } from './QuickAdd';
import { SelectionBox } from './SelectionBox';
import { StateMenu } from './StateMenu';
import { StateToolbar } from './StateToolbar';
import { TransitionMenu } from './TransitionMenu';

const CoverageView = lazy(() => import('./covering/CoverageView'));

interface OverlaysProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
  readonly selected: StatePath | undefined;
  readonly view: CanvasView;
}

/** Bars, menus and ghosts over the canvas. Not needed for the first picture, so loaded after it. */
export default function Overlays({ index, layout, selected, view }: OverlaysProps) {
  const actions = canvasActions(useWorkspaceActions());
  const coverage = useWorkspace(selectCoverageShown);
  return (
    <>
      <RewireLine />
      <CanvasControls view={view} layout={layout} />
      <MomentBar />
      {coverage && (
        <Suspense>
          <CoverageView index={index} layout={layout} />
        </Suspense>
      )}
      <StateToolbar index={index} selected={selected} actions={actions} />
      <TransitionMenu index={index} layout={layout} />
      <QuickAdd index={index} actions={actions} />
      <MoveGhost index={index} />
      <SelectionBox />
      <StateMenu index={index} actions={actions} />
    </>
  );
}
