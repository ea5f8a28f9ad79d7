import { lazy, Suspense } from 'react';

const Panel = lazy(async () => ({ default: (await import('./adding')).PalettePanel }));

/** What can be added to the workflow; it comes right after the first paint. */
export function Palette() {
  return (
    <Suspense fallback={null}>
      <Panel />
    </Suspense>
  );
}
