import { buildGraph, buildModel, type EpochMs, type Json, parseText } from '../../asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  runToEnd,
} from '../../interpreter';
import { stubAnswer } from '../../services';
import { ShownRun } from '../run/shownRun';

/** For tests: a definition run to its end, and its fold. */
export function recordRun(
  definition: object,
  input: Json = {},
  callService: CallService = stubAnswer,
): { readonly execution: Execution; readonly run: ShownRun } {
  const machine = buildModel(parseText(JSON.stringify(definition), 'json'));
  const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs });
  const execution = createExecution(compileProgram(machine).program, settings, input);
  const result = runToEnd(execution, callService, { maxTransitions: 100_000 });
  if (result instanceof Promise) throw new Error('the definition needs asynchronous expressions');
  const run = ShownRun.of(execution.timeline, buildGraph(machine), {
    machine,
    settings,
  });
  run.fold.advance();
  return { execution, run };
}
