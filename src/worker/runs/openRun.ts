import type { CallService } from '../../interpreter';
import type { StopRequest } from '../breakpoint.types';
import { prepareRun } from '../run/prepareRun';
import type { Pulse } from '../run/pulse';
import { runServices } from '../run/runServices';
import { RunSession } from '../run/runSession';
import { ShownRun } from '../run/shownRun';
import { Stops } from '../run/stops/stops';
import type { ProgressBatch, RunRequest, Speed } from '../run.types';
import { readJournal } from './journal';
import { replayedServices } from './replayedServices';
import { RunRecorder } from './runRecorder';
import type { KeptRun, RunStore } from './runStore';
import type { RunAbout, RunRecord } from './runs.types';

/** Characters of the input that a list shows. */
const EXCERPT = 240;

/** What runs are made with. */
export interface RunWorld {
  readonly pulse: Pulse;
  readonly stubs: CallService;
  readonly store: RunStore;
  /** Characters that may be kept of one run. */
  readonly limit: () => number;
  readonly publish: (batch: ProgressBatch) => void;
  readonly warn: (run: string, reason: 'full' | 'refused') => void;
  readonly ended: (run: string) => void;
  readonly crashed: (run: string, error: unknown) => void;
}

/** How a run is to be played. */
export interface Play {
  readonly speed: Speed;
  readonly begin: 'running' | 'stepping' | 'paused';
  readonly stops: StopRequest;
}

/** A run in memory: going on, or ended and looked at. */
export interface OpenRun {
  readonly id: string;
  readonly request: RunRequest;
  readonly shown: ShownRun;
  readonly session: RunSession;
  readonly recorder: RunRecorder;
  /** Lets it go on; tells when it has ended. */
  play(): void;
  /** Ends it without a word. */
  close(): void;
}

export type Opened =
  | { readonly ok: true; readonly run: OpenRun }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/** A new run. Nothing happens before it is played. */
export async function beginRun(
  request: RunRequest,
  about: RunAbout,
  play: Play,
  world: RunWorld,
): Promise<Opened> {
  const opened = open({ record: newRecord(request, about), request, pieces: [] }, play, world);
  if (!opened.ok) return opened;
  const { run } = opened;
  // Kept before its first step: what never ends must not be what was never known.
  await world.store.put({ record: run.recorder.record, request, pieces: [] }).catch(() => {
    run.recorder.off();
    world.warn(run.id, 'refused');
  });
  return opened;
}

/** A run that was kept, played again up to where it stood. */
export async function reopenRun(kept: KeptRun, play: Play, world: RunWorld): Promise<Opened> {
  const opened = open(kept, play, world);
  if (opened.ok) await opened.run.restore();
  return opened;
}

interface RestorableRun extends OpenRun {
  restore(): Promise<void>;
}

function open(
  { record, request, pieces }: KeptRun,
  { speed, begin, stops: stopAt }: Play,
  world: RunWorld,
): { readonly ok: true; readonly run: RestorableRun } | Extract<Opened, { readonly ok: false }> {
  const prepared = prepareRun(request);
  if (!prepared.ok) return prepared;
  const { execution, machine, graph } = prepared;
  const journal = readJournal(pieces);
  let problem: string | undefined;
  const services = replayedServices(execution, journal, (holder) => {
    const made = runServices(request, machine, holder, world.stubs);
    if (made.ok) return made.callService;
    problem = made.reason;
    return world.stubs;
  });
  if (problem !== undefined) return { ok: false, reason: problem };
  const { id } = record;
  const { pulse, store } = world;
  const shown = ShownRun.of(execution.timeline, graph);
  const stops = new Stops(machine, execution, shown.fold, stopAt);
  const recorder = new RunRecorder(execution, store, pulse, record, journal.length, world.limit, (reason) =>
    world.warn(id, reason),
  );
  const tell = (batch: ProgressBatch) => {
    world.publish({ ...batch, run: id });
    recorder.note(() => session.point, batch.control !== 'running');
  };
  const session = new RunSession(
    execution,
    shown.fold,
    stops,
    services.callService,
    pulse,
    tell,
    speed,
    begin,
  );
  let letGo = () => {};
  const settle = () => {
    void recorder.settled().then(() => {
      letGo();
      world.ended(id);
    });
  };
  return {
    ok: true,
    run: {
      id,
      request,
      shown,
      session,
      recorder,
      restore: () => session.restore(journal, record.point),
      play() {
        services.finish();
        if (session.isOver) return;
        letGo = store.hold(id);
        // Begins after the reply, so that the page knows the run before it hears of its progress.
        void pulse
          .breathe()
          .then(() => session.play())
          .then(settle)
          .catch((error: unknown) => {
            session.giveUp();
            letGo();
            world.crashed(id, error);
          });
      },
      close() {
        session.giveUp();
        recorder.off();
        letGo();
      },
    },
  };
}

function newRecord(request: RunRequest, about: RunAbout): RunRecord {
  const { executionName, startTime, type } = request.settings;
  return {
    ...about,
    id: executionName,
    keptSince: Date.now(),
    type,
    startTime,
    input: request.input.slice(0, EXCERPT),
    point: {
      recorded: 0,
      shown: 0,
      control: 'running',
      now: startTime,
      events: 0,
      transitions: 0,
    },
    size: JSON.stringify(request).length,
    pieces: 0,
  };
}
