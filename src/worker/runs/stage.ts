import type { StopRequest } from '../breakpoint.types';
import { GIVEN_UP } from '../run/runSession';
import type { Speed, StartResult } from '../run.types';
import type { ComingRuns } from './comingRuns';
import { type Opened, type OpenRun, type RunWorld, reopenRun } from './openRun';
import type { OpenRuns } from './openRuns';
import { ELSEWHERE, type RunLibrary } from './runLibrary';

/** Runs that may go on at a time. */
const MOST_LIVE = 8;

/** How runs come on show. */
export interface Stage {
  /**
   * To be called when something is asked to come on show: what was asked last does, whatever is ready first.
   * @returns whether nothing else was asked to since
   */
  claim(): () => boolean;
  /** The same for a run that is only to be looked at: it is given up when something else is asked for. */
  lookFor(run: string): () => boolean;
  /**
   * Makes a run ready and plays it, in place of the one of its name.
   * @param behind it does not come on show
   * @param make gives up when it is told to
   */
  bringUp(
    run: string,
    behind: boolean | undefined,
    make: (signal: AbortSignal) => Promise<Opened>,
  ): Promise<StartResult>;
  /** A run in memory, or brought back from what is kept; a sentence when it cannot be. */
  opened(run: string, speed: Speed, stops: StopRequest, goOn: boolean): Promise<OpenRun | string>;
}

/** @param show puts a run on show */
export function createStage(
  world: RunWorld,
  runs: OpenRuns,
  library: RunLibrary,
  coming: ComingRuns,
  show: (run: OpenRun) => void,
): Stage {
  const { store, holds, pulse } = world;
  let claims = 0;
  /** A run that is brought back only to be looked at. */
  let awaited: string | undefined;

  const claim = (): (() => boolean) => {
    const mine = ++claims;
    if (awaited !== undefined) coming.giveUp(awaited);
    awaited = undefined;
    return () => mine === claims;
  };
  const lookFor = (run: string) => {
    const isLatest = claim();
    awaited = run;
    return isLatest;
  };

  /** Plays a run, in place of the one of its name. */
  const adopt = async (run: OpenRun, signal: AbortSignal): Promise<StartResult> => {
    const refuse = (reason: string): StartResult => {
      run.close();
      return { ok: false, reason };
    };
    if (runs.live.filter((id) => id !== run.id).length >= MOST_LIVE)
      return refuse(`${MOST_LIVE} runs are going on. Stop one of them first.`);
    if (!(await run.hold())) return refuse(ELSEWHERE);
    if (signal.aborted) return refuse(GIVEN_UP);
    const before = runs.get(run.id);
    before?.close();
    await before?.recorder.settled();
    // Kept before its first step: what never ends must not be what was never known.
    await run.recorder.keepWhole(run.request, run.session.point);
    if (signal.aborted && before === undefined) {
      await store.remove([run.id]).catch(() => {});
      return refuse(GIVEN_UP);
    }
    runs.add(run);
    run.play();
    // The one before is gone already.
    if (signal.aborted) void pulse.breathe().then(() => run.session.stop());
    return { ok: true };
  };

  const bringUp: Stage['bringUp'] = (id, behind, make) => {
    const isLatest = behind ? () => false : claim();
    return coming.during(id, async (signal) => {
      const opened = await make(signal);
      if (!opened.ok) return opened;
      const adopted = await adopt(opened.run, signal);
      if (adopted.ok && isLatest()) show(opened.run);
      return adopted;
    });
  };

  const opened: Stage['opened'] = async (id, speed, stops, goOn) =>
    runs.get(id) ??
    coming.during(id, async (signal) => {
      const seen = await library.read(id);
      if (typeof seen === 'string') return seen;
      // Nobody has to hold a run that is only looked at.
      const isOver = seen.record.point.status !== undefined;
      const letGo = isOver ? () => {} : await holds.take(id);
      if (letGo === undefined) return ELSEWHERE;
      try {
        const kept = isOver ? seen : await library.read(id);
        if (typeof kept === 'string') return kept;
        const { control, status } = kept.record.point;
        const begin = goOn && control === 'running' && status === undefined ? 'running' : 'paused';
        const reopened = await reopenRun(kept, { speed, begin, stops }, world, signal);
        if (!reopened.ok) return reopened.reason;
        const { run } = reopened;
        if (!run.session.isOver && !(await run.hold())) return ELSEWHERE;
        runs.add(run);
        run.play();
        return run;
      } finally {
        if (awaited === id) awaited = undefined;
        letGo();
      }
    });

  return { claim, lookFor, bringUp, opened };
}
