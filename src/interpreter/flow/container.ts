import type { Json, JsonArray } from '../../asl';
import type { DistributedMapWork } from '../distributed/distributedWork';
import type { EventSite } from '../history/eventSite';
import type { Field, MapLimits } from '../language/language.types';
import type { ScopeProgram } from '../program';

/** Events of an iteration; a Parallel's branches have none. */
export interface IterationSites {
  readonly started: EventSite;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
  readonly aborted: EventSite;
}

interface ContainerSites {
  readonly started: EventSite;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
}

/** What a Parallel does. */
export interface ParallelWork extends ContainerSites {
  readonly branches: readonly ScopeProgram[];
  readonly iteration: undefined;
}

/** What an inline Map does. */
export interface MapWork extends ContainerSites {
  readonly processor: ScopeProgram;
  readonly iteration: IterationSites;
  readonly items: Field<JsonArray>;
  readonly itemSelector: Field<Json> | undefined;
  readonly limits: MapLimits;
}

export type ContainerWork = ParallelWork | MapWork | DistributedMapWork;
