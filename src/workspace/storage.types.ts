import type { Breakpoint } from '../worker';
import type { CoverageState } from './covering/coverage.types';
import type { FinishedRun } from './execution';
import type { DocumentState, DrawingState, SettingsState, StoredInput, StoredTabs } from './state';

export type StoredDocument = Pick<DocumentState, 'text' | 'format' | 'name'> & {
  readonly drawing?: DrawingState;
  readonly breakpoints?: readonly Breakpoint[];
  readonly watches?: readonly string[];
  readonly coverage?: CoverageState;
};

export interface StoredWorkspace {
  readonly document?: StoredDocument;
  readonly input?: StoredInput;
  readonly settings?: Partial<SettingsState>;
  readonly runs?: StoredTabs;
  /** Written by earlier versions of the page: the last run's first events. */
  readonly run?: FinishedRun;
}

/** Where the state of the page outlives it. Every promise may be rejected: private windows, a full disk. */
export interface WorkspaceStorage {
  load(): Promise<StoredWorkspace>;
  save<Part extends keyof StoredWorkspace>(part: Part, value: StoredWorkspace[Part]): Promise<void>;
}
