import { useEffect, useRef } from 'react';
import type { Layout, StatePath } from '../../asl';
import { useWorkspaceActions } from '../../workspace';
import type { CanvasView } from '../parts';
import { interaction, useInteraction } from './gestures/interaction';
import { boxOfState } from './model/closed';
import type { GraphIndex } from './model/graphIndex';

/** The view's own moves: to the start of a workflow that was opened or to where that was left, to a state selected out of sight. */
export function useFollowedView(
  view: CanvasView,
  index: GraphIndex,
  layout: Layout,
  selected: StatePath | undefined,
): void {
  const { document, places } = useWorkspaceActions();
  const opened = useRef(true);
  useEffect(
    () =>
      document.subscribe(({ origin }) => {
        if (origin === 'open') opened.current = true;
      }),
    [document],
  );

  // What is not drawn yet has no place in the view, where the one before still stands.
  useEffect(() => places.watch('canvas', () => (opened.current ? undefined : view.place())), [places, view]);

  const revealed = useRef<StatePath>(undefined);
  const drawn = layout.width > 0;
  useEffect(() => {
    if (!opened.current || !view.ready || !drawn) return;
    opened.current = false;
    const start = index.graph.scopes[0]?.start;
    if (view.showFirst(layout, start && layout.nodes[start], places.take('canvas')))
      revealed.current = selected;
  }, [view, drawn, layout, index, places, selected]);

  // A workflow of thousands, seen as a whole, may be undone to one of a few: a speck in a corner.
  useEffect(() => {
    if (view.ready && drawn) view.keepInSight(layout);
  }, [view, drawn, layout]);

  useEffect(() => {
    const box = boxOfState(index, layout, selected);
    if (!box || revealed.current === selected) return;
    revealed.current = selected;
    if (view.ready && !opened.current) view.reveal(box);
  }, [view, selected, index, layout]);

  useEffect(() => {
    if (selected === undefined) revealed.current = undefined;
  }, [selected]);

  const asked = useInteraction((state) => state.showNext);
  useEffect(() => {
    const box = asked && layout.nodes[asked];
    if (!box || !view.ready) return;
    interaction.setState({ showNext: undefined });
    view.reveal(box);
  }, [view, asked, layout]);
}
