import type { Breakpoint, MachineStops } from '../worker';
import type { BrowserMemory } from './browserMemory';
import type { CoverageState } from './covering/coverage.types';
import type { FinishedRun } from './execution';
import type {
  DocumentState,
  DrawingState,
  SettingsState,
  ShelfState,
  StoredInput,
  StoredTabs,
  ToldByAws,
} from './state';

export type StoredDocument = Pick<DocumentState, 'text' | 'format' | 'name'> & {
  readonly drawing?: DrawingState;
  readonly breakpoints?: readonly Breakpoint[];
  readonly watches?: readonly string[];
  readonly coverage?: CoverageState;
};

/** A workflow that is open and not on show. */
export interface StoredOther {
  readonly id: string;
  readonly document: StoredDocument;
  readonly input?: StoredInput;
  readonly answer?: ToldByAws;
  /** The child execution that was on show with it. */
  readonly way?: Pick<StoredTabs, 'parents' | 'child'>;
}

/** Document, input and answer are those of the workflow on show; runs, as they are read, those of all. */
export interface StoredWorkspace {
  readonly document?: StoredDocument;
  readonly input?: StoredInput;
  /** What AWS said that was opened beside it. */
  readonly answer?: ToldByAws;
  /** Absent: no workflow but the first one was ever open. */
  readonly shelf?: ShelfState;
  readonly others?: readonly StoredOther[];
  /** Where executions stop that their Tasks start: of one workflow as it is stored, of all as it is read. */
  readonly stops?: readonly MachineStops[];
  readonly runs?: StoredTabs;
  /** Written by earlier versions of the page: the last run's first events. */
  readonly run?: FinishedRun;
  /** Written by earlier versions of the page. */
  readonly settings?: Partial<SettingsState>;
  /** What is to be said of it. */
  readonly notice?: string;
}

/** Where the state of the page outlives it. Every promise may be rejected: private windows, a full disk. */
export interface WorkspaceStorage {
  /** Those of all workflows, known before any of them; undefined when none were stored. */
  settings(): Promise<Partial<SettingsState> | undefined>;
  /** Where the views of workflows were left. */
  readonly places: BrowserMemory;
  /** Stored when this returns: what is not as it was before, for another window may have changed the rest. */
  saveSettings(settings: SettingsState, before: SettingsState): void;
  load(): Promise<StoredWorkspace>;
  /** @param document the workflow that a document, an input, an answer or runs are of; undefined as value: it is gone */
  save<Part extends StoredPart>(part: Part, value: StoredWorkspace[Part], document?: string): Promise<void>;
}

/** What is written on its own. */
export type StoredPart = Exclude<keyof StoredWorkspace, 'others' | 'notice' | 'settings'>;
