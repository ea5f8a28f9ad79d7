/** What a command sees of the world; tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** A file's text; `-` is standard input. @throws with a message a user can read */
  readonly read: (path: string) => string;
  /** Puts a text in a file. @throws with a message a user can read */
  readonly write: (path: string, text: string) => void;
}

/** 0: all is well. 1: the execution did not succeed, or a definition has errors. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** The command line or a file is not what it should be; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
