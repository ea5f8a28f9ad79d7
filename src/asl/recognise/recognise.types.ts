import type { TextFormat } from '../syntax';
import type { ExecutionAnswer, TestAnswer } from './awsAnswers.types';

/** A definition that was found in a text that holds more than that. */
export interface FoundDefinition {
  /** What it is called there; undefined when it has no name. */
  readonly name: string | undefined;
  readonly text: string;
  readonly format: TextFormat;
  /** What was replaced on the way, in words; '' when nothing was. */
  readonly note: string;
}

/** What a text is that was pasted or dropped. */
export type Recognised =
  /** To be opened as it is: a definition, or nothing that anybody knows. */
  | { readonly kind: 'text' }
  /** @see FoundDefinition; at least one */
  | { readonly kind: 'definitions'; readonly source: string; readonly found: readonly FoundDefinition[] }
  /** A MockConfigFile.json. */
  | { readonly kind: 'mocks' }
  /** What an execution elsewhere recorded: GetExecutionHistory's answer. */
  | { readonly kind: 'history' }
  /** How an execution elsewhere began and ended, without its events: DescribeExecution's answer. */
  | { readonly kind: 'execution'; readonly execution: ExecutionAnswer }
  /** What one state made of its data elsewhere: TestState's answer. */
  | { readonly kind: 'test'; readonly test: TestAnswer };
