import type { Layout, StatePath } from '../../../asl';
import type { CanvasView } from '../../parts';
import type { GraphIndex } from '../model/graphIndex';
import type { CanvasActions } from '../useCanvasActions';
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
  readonly actions: CanvasActions;
  readonly view: CanvasView;
}

/** Bars, menus and ghosts over the canvas. Not needed for the first picture, so loaded after it. */
export default function Overlays({ index, layout, selected, actions, view }: OverlaysProps) {
  return (
    <>
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
