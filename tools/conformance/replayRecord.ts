import { buildGraph, buildModel, parseText } from '../../src/asl';
import { StateTable } from '../../src/worker/fold/stateTable';
import { openStoredHistory } from '../../src/worker/fold/storedHistory';
import { readRecorded } from '../../src/worker/recorded/readRecorded';
import { ShownRun } from '../../src/worker/run/shownRun';
import type { Case } from './case';

/**
 * A recorded history replays on its definition's graph: every event that names a state has one, the run ends as the
 * execution did, and of one that succeeded nothing is left open.
 */
export function replayRecord(of: Case, definition: string): readonly string[] {
  const { events, status } = of.expected;
  // Where ids were erased nobody can say what followed what.
  if (events === undefined || of.ordering !== 'exact') return [];
  const run = readRecorded(JSON.stringify({ events }), definition, 'json');
  if (run === null) return ['replay: no events are read'];
  const problems: string[] = [];
  if (run.events.length !== events.length) problems.push(`replay: ${run.notes.join(' ')}`);
  if (run.foreign.length > 0) problems.push(`replay: not in the definition: ${run.foreign.join(', ')}`);
  if (status !== undefined && status !== 'RUNNING' && run.result?.status !== status)
    problems.push(`replay: ends as ${run.result?.status}, not ${status}`);
  const table = new StateTable(buildGraph(buildModel(parseText(definition, 'json'))));
  const shown = new ShownRun(openStoredHistory({ events: run.events }, table), table);
  shown.fold.advance();
  for (const { event, state } of shown.events(0, run.events.length).rows) {
    if (state === undefined && /State(?:Entered|Exited)$/.test(event.type))
      problems.push(`replay: event ${event.id} ${event.type} has no state`);
  }
  for (const { path, open, visits, failed, aborted } of shown.fold.whole().states) {
    if (open > 0 && run.result) problems.push(`replay: ${path} is left open`);
    if (
      run.result?.status === 'SUCCEEDED' &&
      visits > 0 &&
      failed === visits &&
      aborted === 0 &&
      path.split('/').length === 3
    )
      problems.push(`replay: ${path} failed, though the execution succeeded`);
  }
  return problems;
}
