import { startChildren } from '../distributed/startChildren';
import { enterDistributedMap, startMapRun } from '../distributed/startMapRun';
import type { Engine } from '../engine';
import type { Frame } from '../frame';
import type { StateProgram } from '../program';
import { enterChoice, finishChoice } from './choice';
import { enterFail, finishFail } from './fail';
import { enterMap, finishMap, startIterations, startMap } from './map';
import { enterParallel, finishParallel, startBranches } from './parallel';
import { enterPass, finishPass } from './pass';
import { enterSucceed, finishSucceed } from './succeed';
import { callService, enterTask, finishTask, scheduleTask } from './task';
import { enterUnknown } from './unknown';
import { enterWait, finishWait, startWait } from './wait';

/**
 * Part of a visit. A step evaluates first and records then, so that it can be taken again when an expression had
 * to wait for its value.
 */
export type Step = (engine: Engine, frame: Frame, state: StateProgram) => undefined;

const idle: Step = () => undefined;

/** By StateKind, then phase: entering, an attempt, and what follows. */
export const STEPS: readonly (readonly Step[])[] = [
  [enterPass, finishPass],
  [enterChoice, finishChoice],
  [enterWait, startWait, finishWait],
  [enterSucceed, finishSucceed],
  [enterFail, finishFail],
  [enterTask, scheduleTask, callService, finishTask],
  [enterParallel, startBranches, idle, finishParallel],
  [enterMap, startMap, startIterations, finishMap],
  [enterDistributedMap, startMapRun, startChildren, finishMap],
  [enterUnknown],
];
