import { useEffect, useRef } from 'react';
import type { Layout, NodeId, StatePath } from '../../asl';
import { useWorkspaceActions } from '../../workspace';
import type { CanvasView } from '../parts';
import type { GraphIndex } from './model/graphIndex';

/** The view's own moves: to the start of a workflow that was opened, to a state selected out of sight. */
export function useFollowedView(
  view: CanvasView,
  index: GraphIndex,
  layout: Layout,
  selected: StatePath | undefined,
): void {
  const { document } = useWorkspaceActions();
  const opened = useRef(true);
  useEffect(
    () =>
      document.subscribe(({ origin }) => {
        if (origin === 'open') opened.current = true;
      }),
    [document],
  );

  const drawn = layout.width > 0;
  useEffect(() => {
    if (!opened.current || !view.ready || !drawn) return;
    opened.current = false;
    const start = index.graph.scopes[0]?.start;
    view.showFirst(layout, start && layout.nodes[start]);
  }, [view, drawn, layout, index]);

  const revealed = useRef<StatePath>(undefined);
  useEffect(() => {
    const box = selected && layout.nodes[selected as string as NodeId];
    if (!box || revealed.current === selected) return;
    revealed.current = selected;
    if (view.ready && !opened.current) view.reveal(box);
  }, [view, selected, layout]);

  useEffect(() => {
    if (selected === undefined) revealed.current = undefined;
  }, [selected]);
}
