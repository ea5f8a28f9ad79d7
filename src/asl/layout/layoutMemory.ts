import type { ScopeGraph } from '../graph';
import type { ScopePath } from '../syntax';
import { layoutScope, type ScopeLayout } from './layoutScope';
import type { Size } from './sizes';

interface Remembered {
  readonly scope: ScopeGraph;
  readonly sizes: readonly Size[];
  readonly turned: boolean;
  readonly layout: ScopeLayout;
}

/**
 * The scopes of the drawing before, so that a text that is being typed lays out only the scopes in which something is
 * drawn otherwise. What comes out is the same with and without it.
 */
export class LayoutMemory {
  private readonly scopes = new Map<ScopePath, Remembered>();

  /** As `layoutScope`. */
  layout(scope: ScopeGraph, sizes: readonly Size[], turned: boolean): ScopeLayout {
    const known = this.scopes.get(scope.path);
    if (known?.turned === turned && hasSizes(known.sizes, sizes) && isDrawnAs(known.scope, scope)) {
      return known.layout;
    }
    const layout = layoutScope(scope, sizes, turned);
    this.scopes.set(scope.path, { scope, sizes, turned, layout });
    return layout;
  }

  /** Forgets the scopes that a drawing no longer has. */
  keepOnly(paths: ReadonlySet<ScopePath>): void {
    for (const path of this.scopes.keys()) if (!paths.has(path)) this.scopes.delete(path);
  }
}

const hasSizes = (before: readonly Size[], now: readonly Size[]): boolean =>
  agree(before, now, (a, b) => a.width === b.width && a.height === b.height);

/** Whether all that `layoutScope` reads of two scopes is equal. */
const isDrawnAs = (before: ScopeGraph, now: ScopeGraph): boolean =>
  before.start === now.start &&
  before.end === now.end &&
  agree(before.nodes, now.nodes, (a, b) => a.id === b.id && a.kind === b.kind) &&
  agree(
    before.transitions,
    now.transitions,
    (a, b) => a.from === b.from && a.to === b.to && a.label === b.label && a.kind.type === b.kind.type,
  );

function agree<Item>(
  before: readonly Item[],
  now: readonly Item[],
  isEqual: (a: Item, b: Item) => boolean,
): boolean {
  return (
    before.length === now.length &&
    now.every((item, index) => {
      const old = before[index];
      return old !== undefined && isEqual(old, item);
    })
  );
}
