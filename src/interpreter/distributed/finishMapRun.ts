import type { Json } from '../../asl';
import type { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { FINISH } from '../flow/children';
import { failState } from '../flow/failState';
import type { MapRun } from './mapRun';
import { mapOutput } from './results';
import { writeResults } from './writeResults';

/** AWS changed what MapStateExited points at between August and November 2024. */
const EXIT_POINTS_AT_START_SINCE = Date.UTC(2024, 9, 1);

/** All children have ended, or a failure has ended them: the results are exported, then the Map goes on. */
export function finishMapRun(engine: Engine, run: MapRun, failure: Failure | undefined): undefined {
  if (run.destination === undefined) return conclude(engine, run, failure, mapOutput(run));
  writeResults(engine, run, run.destination, (outcome) =>
    conclude(engine, run, failure ?? outcome.failure, outcome.output),
  );
}

/**
 * MapRunSucceeded or MapRunFailed follows MapRunStarted. MapStateSucceeded follows it; MapStateExited follows
 * MapRunStarted (before October 2024: MapRunSucceeded). Recorded: scenarios/test_map_state_nested_config_distributed,
 * scenarios/test_map_state_label.
 */
function conclude(engine: Engine, run: MapRun, failure: Failure | undefined, output: Json): undefined {
  const { frame, work } = run;
  if (failure !== undefined) frame.unfinishedRun = frame.mapRun;
  frame.mapRun = undefined;
  frame.lastEvent = run.lastEvent;
  if (failure !== undefined) {
    run.end('FAILED', engine.now);
    engine.emit(frame, work.run.failed, failure);
    return failState(engine, frame, failure);
  }
  run.end('SUCCEEDED', engine.now);
  engine.emit(frame, work.run.succeeded, undefined);
  engine.emitLeaf(frame, frame.lastEvent, work.succeeded, undefined);
  const { serviceDate } = engine.settings;
  if (serviceDate === undefined || serviceDate >= EXIT_POINTS_AT_START_SINCE) {
    frame.lastEvent = run.lastEvent;
  }
  frame.result = output;
  frame.phase = FINISH;
  engine.enqueue(frame);
}
