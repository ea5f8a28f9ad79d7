import {
  buildGraph,
  buildModel,
  type Graph,
  isBroken,
  type Json,
  lineColumnAt,
  parseText,
  type StateMachine,
} from '../../asl';
import { compileProgram, createExecution, type Execution, type Program } from '../../interpreter';
import type { RunRequest } from '../run.types';

export type PreparedRun =
  | {
      readonly ok: true;
      readonly execution: Execution;
      readonly program: Program;
      readonly input: Json;
      readonly machine: StateMachine;
      readonly graph: Graph;
    }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/** An execution of the text, ready to run. What only goes wrong when it is reached does not stop it. */
export function prepareRun({ text, format, input, settings }: RunRequest): PreparedRun {
  const parsed = parseText(text, format);
  const problem = parsed.problems.find(({ severity }) => severity === 'error');
  if (isBroken(parsed) && problem) {
    const { line, column } = lineColumnAt(text, problem.range.start);
    return refuse(`The definition cannot be read. Line ${line}, column ${column}: ${problem.message}`);
  }
  if (parsed.root?.kind !== 'object') return refuse('The text is not a state machine: it has no States.');
  const value = readJson(input);
  if (!value.ok) return refuse(`The input is not JSON: ${value.reason}`);
  const machine = buildModel(parsed);
  if (machine.states.length === 0) return refuse('There is nothing to run: the state machine has no states.');
  const { program } = compileProgram(machine);
  const execution = createExecution(program, { ...settings, inputText: input }, value.json);
  return { ok: true, execution, program, input: value.json, machine, graph: buildGraph(machine) };
}

const refuse = (reason: string): PreparedRun => ({ ok: false, reason });

function readJson(
  text: string,
): { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly reason: string } {
  try {
    return { ok: true, json: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
