import type { JsonObject, QueryLanguage, StateType } from '../../asl';
import type { Report } from './report';

/** A state as the families of rules see it. */
export interface CheckedState {
  readonly name: string;
  readonly type: StateType;
  readonly fields: JsonObject;
  /** `/States/Name`, names as they are written. */
  readonly location: string;
  readonly language: QueryLanguage;
  readonly express: boolean;
  readonly report: Report;
}
