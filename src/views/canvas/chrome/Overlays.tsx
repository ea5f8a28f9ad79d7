import type { Layout, StatePath } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
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

interface OverlaysProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
  readonly selected: StatePath | undefined;
  readonly view: CanvasView;
}

/** Bars, menus and ghosts over the canvas. Not needed for the first picture, so loaded after it. */
export default function Overlays({ index, layout, selected, view }: OverlaysProps) {
  const actions = canvasActions(useWorkspaceActions());
  return (
    <>
      <RewireLine />
      <CanvasControls view={view} layout={layout} />
      <MomentBar />
      <StateToolbar index={index} selected={selected} actions={actions} />
      <TransitionMenu index={index} layout={layout} />
      <QuickAdd index={index} actions={actions} />
      <MoveGhost index={index} />
      <SelectionBox />
      <StateMenu index={index} actions={actions} />
    </>
  );
}
