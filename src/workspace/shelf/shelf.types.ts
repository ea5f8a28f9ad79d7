import type { Breakpoint, MachineStops } from '../../worker';
import type { TextSource } from '../openText';

/** Where one that is not on show stops, and what its runs may start. */
export interface ParkedStops {
  readonly id: string;
  /** Of its definition, and of the one that a child execution of its runs was opened from. */
  readonly stops: readonly MachineStops[];
  /** The definitions of the machines that its Tasks start. */
  readonly machines: readonly string[];
}

/** A text that is to be a workflow of its own. */
export interface NewDocument {
  readonly text: string;
  readonly source: TextSource;
}

/** Several workflows open at once, one of them on show. */
export interface ShelfActions {
  /** Opens workflows beside those that are open; the first of them comes on show, unless they stay behind the one that is. */
  open(documents: readonly NewDocument[], where?: 'shown' | 'behind'): void;
  /** Puts one that is open on show, as it was left. */
  show(id: string): Promise<void>;
  /** Takes one away, after its runs were stopped; a notice offers to take that back. The last one stays. */
  close(id: string): Promise<void>;
  stops(): readonly ParkedStops[];
  /** Those that are not on show and have a text stop there from now on. */
  stopAt(text: string, breakpoints: readonly Breakpoint[]): void;
  /** Opens what files hold, each definition as a workflow of its own; says what could not be opened. */
  openFiles(files: readonly File[]): Promise<void>;
}
