import type { Json, JsonArray } from '../../asl';
import type { EventSite, ExecutionSites } from '../history/eventSite';
import type { BatcherFields, Field, MapLimits, ReaderFields } from '../language/language.types';
import type { ScopeProgram } from '../program';
import type { ReaderConfig } from './readerConfig';
import type { WriterConfig } from './writerConfig';

/** What a Distributed Map does: child executions over items that its input holds or an S3 object does. */
export interface DistributedMapWork {
  readonly processor: ScopeProgram;
  /** ProcessorConfig.ExecutionType. */
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Label, or what stands for it in ARNs. */
  readonly label: string;
  /** ItemsPath or Items; not read when there is an ItemReader. */
  readonly items: Field<JsonArray>;
  readonly reader: ItemReader | undefined;
  readonly itemSelector: Field<Json> | undefined;
  readonly batcher: BatcherFields | undefined;
  readonly writer: ResultWriter | undefined;
  readonly limits: MapLimits;
  readonly started: EventSite;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
  readonly run: MapRunSites;
  readonly executionSites: ExecutionSites;
  /** Its children are executions, not iterations. */
  readonly iteration: undefined;
}

export interface ItemReader extends ReaderFields {
  readonly config: ReaderConfig;
}

export interface ResultWriter {
  /** Bucket and Prefix; absent when nothing is exported. */
  readonly destination: Field<Json> | undefined;
  readonly config: WriterConfig;
}

export interface MapRunSites {
  readonly started: EventSite;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
  readonly aborted: EventSite;
  readonly redriven: EventSite;
}
