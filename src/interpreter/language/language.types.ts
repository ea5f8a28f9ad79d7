import type {
  Catcher,
  ChoiceState,
  FailState,
  Json,
  JsonArray,
  JsonObject,
  MapState,
  State,
  TaskState,
  WaitState,
} from '../../asl';
import type { Evaluated, Visit } from './visit.types';

/** A field of a state, evaluated in a visit. */
export type Field<T> = (visit: Visit) => Evaluated<T>;

/** How data goes through a state: what its work gets, what becomes of the result. */
export interface DataFlow {
  /** InputPath, then Parameters; or Arguments. Leaves the effective input in the visit. */
  readonly payload: Field<Json>;
  /** ResultSelector, ResultPath, OutputPath; or Output. */
  readonly output: (visit: Visit, result: Json) => Evaluated<Json>;
  /** Assign; absent when the state assigns nothing. */
  readonly assign: ((visit: Visit, result: Json) => Evaluated<JsonObject>) | undefined;
}

/** What a matched Choice rule or a catcher does besides its transition. */
export interface OutcomeFlow {
  readonly output: (visit: Visit, value: Json) => Evaluated<Json>;
  readonly assign: ((visit: Visit, value: Json) => Evaluated<JsonObject>) | undefined;
}

/** The instant a Wait ends, or why it cannot wait. `afterEntry`: the event of the failure follows StateEntered. */
export type WaitUntil = Field<number>;

/** Limits of a Map, read when it starts. */
export interface MapLimits {
  readonly maxConcurrency: Field<number>;
  readonly toleratedFailureCount: Field<number> | undefined;
  readonly toleratedFailurePercentage: Field<number> | undefined;
}

/** ItemReader: what S3 is asked for, and how many of the items are taken. */
export interface ReaderFields {
  readonly request: Field<Json>;
  /** 0: all. */
  readonly maxItems: Field<number> | undefined;
}

/** ItemBatcher. */
export interface BatcherFields {
  readonly maxItems: Field<number> | undefined;
  readonly maxInputBytes: Field<number> | undefined;
  readonly batchInput: Field<Json> | undefined;
}

/**
 * A query language: compiles the fields of a state, once, into closures. Two exist; a state has one, chosen when
 * it is compiled, so that no state type asks which language it is in.
 */
export interface Language {
  readonly flow: (state: State) => DataFlow;
  readonly waitUntil: (definition: WaitState) => WaitUntil;
  /** One predicate per rule. */
  readonly conditions: (definition: ChoiceState) => readonly Field<boolean>[];
  /** What a rule does when it matches; the state's own flow when it says nothing. */
  readonly ruleFlow: (definition: ChoiceState, rule: number, own: DataFlow) => OutcomeFlow;
  readonly catcherFlow: (catcher: Catcher, index: number) => OutcomeFlow;
  readonly timeoutSeconds: (definition: TaskState) => Field<number> | undefined;
  readonly heartbeatSeconds: (definition: TaskState) => Field<number> | undefined;
  /** Credentials.RoleArn. */
  readonly roleArn: (definition: TaskState) => Field<string> | undefined;
  readonly error: (definition: FailState) => Field<string> | undefined;
  readonly cause: (definition: FailState) => Field<string> | undefined;
  readonly items: (definition: MapState) => Field<JsonArray>;
  /** ItemSelector, evaluated in the Map's visit with `Map.Item` in the context; absent: the item as it is. */
  readonly itemSelector: (definition: MapState) => Field<Json> | undefined;
  readonly mapLimits: (definition: MapState) => MapLimits;
  /** Of a Distributed Map; absent when it has none. */
  readonly reader: (definition: MapState) => ReaderFields | undefined;
  readonly batcher: (definition: MapState) => BatcherFields | undefined;
  /** ResultWriter's Bucket and Prefix; absent when nothing is exported. */
  readonly destination: (definition: MapState) => Field<Json> | undefined;
}
