import { lazy, Suspense } from 'react';
import type { StateNode } from '../../../asl';

const BreakpointDot = lazy(() => import('./BreakpointDot'));

/** A state's breakpoint; not needed for the first picture, so loaded after it. */
export function BreakpointMark({ node }: { readonly node: StateNode }) {
  return (
    <Suspense fallback={null}>
      <BreakpointDot node={node} />
    </Suspense>
  );
}
