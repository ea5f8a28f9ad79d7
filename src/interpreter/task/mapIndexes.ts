import type { ChildOrigin } from '../distributed/mapRun';
import type { Engine } from '../engine';
import type { Frame } from '../frame';

const NOT_IN_A_MAP: readonly number[] = [];

/** Indexes of the enclosing iterations, and of the child execution in its Map Run, outermost first. */
export function mapIndexes(engine: Engine, frame: Frame): readonly number[] {
  if (frame.parent === undefined && frame.execution.number === 0) return NOT_IN_A_MAP;
  const indexes: number[] = [];
  for (let at: Frame | undefined = frame; at !== undefined; ) {
    if (at.item !== undefined) indexes.unshift(at.index);
    const origin: ChildOrigin | undefined =
      at.parent === undefined ? engine.originOf(at.execution) : undefined;
    if (origin !== undefined) indexes.unshift(origin.index);
    at = at.parent ?? origin?.run.frame;
  }
  return indexes;
}
