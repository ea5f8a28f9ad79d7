import type { NodeId, StateNode, TransitionId } from '../../graph';
import type { StateType } from '../../model';

/** How a state did in the run that the picture shows. */
export type PictureStatus =
  | 'inProgress'
  | 'waiting'
  | 'retrying'
  | 'succeeded'
  | 'caught'
  | 'failed'
  | 'aborted';

export interface StateMarks {
  /** Absent when the run has not come to the state. */
  readonly status?: PictureStatus;
  /** Times the state was entered. */
  readonly visits: number;
  /** Attempts after the first. */
  readonly retries: number;
}

/** What a run adds to the drawing. */
export interface PictureRun {
  readonly states: ReadonlyMap<NodeId, StateMarks>;
  /** How often transitions were taken; those that are not here were not. */
  readonly taken: ReadonlyMap<TransitionId, number>;
  /** Nothing follows: transitions that were not taken are faint. */
  readonly over: boolean;
  /** The transition taken last, shown while the run goes on. */
  readonly last?: TransitionId;
  /** The state the debugger holds at. */
  readonly paused?: NodeId;
}

export type PictureTheme = 'light' | 'dark';

/** The family of a service a Task calls, which gives its glyph a colour. */
export type ServiceFamily = 'compute' | 'storage' | 'messages' | 'analytics' | 'models' | 'web' | 'people';
export type GlyphTone = StateType | ServiceFamily | 'unknown';

/** A part of a glyph, on a grid of 24 by 24, drawn with a line of 2 in the glyph's colour. */
export interface GlyphShape {
  readonly tag: 'path' | 'circle' | 'ellipse' | 'line' | 'polygon' | 'polyline' | 'rect';
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PictureGlyph {
  readonly tone: GlyphTone;
  readonly shapes: readonly GlyphShape[];
}

export interface PictureOptions {
  readonly theme: PictureTheme;
  /** What the picture is of: its accessible name. */
  readonly title: string;
  readonly run?: PictureRun;
  /** The mark of a state; one for each type when absent. */
  readonly glyph?: (node: StateNode) => PictureGlyph;
}
