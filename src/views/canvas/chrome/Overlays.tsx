import type { Layout, StatePath } from '../../../asl';
import type { GraphIndex } from '../model/graphIndex';
import type { CanvasActions } from '../useCanvasActions';
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
}

/** Bars, menus and ghosts over the canvas. Not needed for the first picture, so loaded after it. */
export default function Overlays({ index, layout, selected, actions }: OverlaysProps) {
  return (
    <>
      <StateToolbar index={index} selected={selected} actions={actions} />
      <TransitionMenu index={index} layout={layout} />
      <QuickAdd index={index} actions={actions} />
      <MoveGhost index={index} />
      <SelectionBox />
      <StateMenu index={index} actions={actions} />
    </>
  );
}
