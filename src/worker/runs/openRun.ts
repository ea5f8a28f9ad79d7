import { buildGraph, buildModel, parseText, type StateMachine } from '../../asl';
import type { CallService, Execution, Job, TaskId } from '../../interpreter';
import type { MockSurroundings, RunHandler } from '../../services';
import type { BranchOrigin, EditedDefinition } from '../amend.types';
import type { StopRequest } from '../breakpoint.types';
import type { ChildNews } from '../child.types';
import type { CallDesk } from '../run/callDesk';
import { prepareRun } from '../run/prepareRun';
import { type RunServices, runServices } from '../run/runServices';
import { GIVEN_UP, RunSession } from '../run/runSession';
import { ShownRun } from '../run/shownRun';
import { Stops } from '../run/stops/stops';
import type { ProgressBatch, RunRequest, Speed } from '../run.types';
import { ChildRuns } from './childRuns';
import { ChildSearch } from './childSearch';
import { ChildSteps } from './childSteps';
import type { ChildStops } from './childStops';
import { definitionOf, readJournal } from './journal';
import { replayedServices } from './replayedServices';
import type { RunHolds } from './runHolds';
import { type RecorderWorld, RunRecorder } from './runRecorder';
import type { KeptRun } from './runStore';
import type { RunAbout, RunPoint, RunRecord } from './runs.types';

/** Characters of the input that a list shows. */
const EXCERPT = 240;

/** What runs are made with. */
export interface RunWorld extends RecorderWorld {
  readonly stubs: CallService;
  readonly runHandler: RunHandler;
  readonly holds: RunHolds;
  readonly publish: (batch: ProgressBatch) => void;
  readonly ended: (run: string) => void;
  readonly crashed: (run: string, error: unknown) => void;
  readonly stepped: (news: ChildNews) => void;
  /** Where executions stop that Tasks start. */
  readonly childStops: ChildStops;
}

/** How a run is to be played. `stepping`: it stops at the first state that it enters. */
export interface Play {
  readonly speed: Speed;
  readonly begin: 'running' | 'stepping' | 'paused';
  readonly stops: StopRequest;
}

/** A run in memory: going on, or ended and looked at. */
export interface OpenRun {
  readonly id: string;
  readonly request: RunRequest;
  /** What it follows now, with the machine that this is. */
  readonly definition: EditedDefinition;
  readonly machine: StateMachine;
  readonly execution: Execution;
  readonly shown: ShownRun;
  /** The executions that its Tasks have started. */
  readonly children: ChildRuns;
  /** Those of them that it was stepped into. */
  readonly steps: ChildSteps;
  /** Its calls that wait for the user. */
  readonly desk: CallDesk;
  readonly session: RunSession;
  readonly recorder: RunRecorder;
  /** Holds it until it ends or is closed. @returns false when another tab of the browser is at work on it */
  hold(): Promise<boolean>;
  /** Lets it go on; tells when it has ended. To be held before. */
  play(): void;
  /** Ends it without a word. */
  close(): void;
}

export type Opened =
  | { readonly ok: true; readonly run: OpenRun }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/** Where a run is taken up, and what is done there. */
export interface TakingUp {
  readonly record: RunRecord;
  readonly request: RunRequest;
  readonly journal: readonly Job[];
  readonly point: Pick<RunPoint, 'recorded' | 'shown' | 'stopped' | 'unsearched' | 'hits' | 'inside'>;
  /** What it follows from there on. */
  readonly definition: EditedDefinition;
  /** @returns why it cannot be done */
  readonly hand?: (execution: Execution) => Promise<string | undefined>;
}

/** A new run. Nothing happens before it is played. */
export function beginRun(request: RunRequest, about: RunAbout, play: Play, world: RunWorld): Opened {
  return open(newRecord(request, about), request, [], request, play, world);
}

/** A run that was kept, played again up to where it stood. */
export function reopenRun(
  { record, request, pieces }: KeptRun,
  play: Play,
  world: RunWorld,
  signal?: AbortSignal,
): Promise<Opened> {
  const journal = readJournal(pieces);
  const definition = definitionOf(request, journal);
  return takeUpRun({ record, request, journal, point: record.point, definition }, play, world, signal);
}

/** A run that is played again up to some point, where somebody may take a hand in it. @param signal gives it up */
export async function takeUpRun(
  { record, request, journal, point, definition, hand }: TakingUp,
  play: Play,
  world: RunWorld,
  signal?: AbortSignal,
): Promise<Opened> {
  const opened = open(record, request, journal, definition, play, world);
  if (!opened.ok) return opened;
  const { session, steps } = opened.run;
  const reason = await session.restore(journal, point, signal, hand);
  if (reason === undefined && session.isPaused && !hand) await steps.restore(point.inside, signal);
  if (reason === undefined && !signal?.aborted) return opened;
  opened.run.close();
  return { ok: false, reason: reason ?? GIVEN_UP };
}

function open(
  record: RunRecord,
  request: RunRequest,
  journal: readonly Job[],
  definition: EditedDefinition,
  { speed, begin, stops: stopAt }: Play,
  world: RunWorld,
): Opened {
  const prepared = prepareRun(request);
  if (!prepared.ok) return prepared;
  const { execution } = prepared;
  const isEdited = definition.text !== request.text || definition.format !== request.format;
  const machine = isEdited ? buildModel(parseText(definition.text, definition.format)) : prepared.machine;
  const made: { services?: RunServices; session?: RunSession } = {};
  const replayed = replayedServices(execution, journal, (holder, isMuted) => {
    const isWanted = (task: TaskId) => made.session?.awaits(task) !== false;
    const runHandler: MockSurroundings['runHandler'] = (call, task) =>
      isMuted() ? UNHEARD : world.runHandler(call, () => isWanted(task));
    const position = () => execution.timeline.length;
    const services = runServices(request, machine, holder, world.stubs, runHandler, position);
    made.services = services;
    return services.ok ? services.callService : world.stubs;
  });
  const { services } = made;
  if (!services?.ok) return { ok: false, reason: services?.reason ?? 'The run has no services.' };
  const { id } = record;
  const graph = isEdited ? buildGraph(machine) : prepared.graph;
  const { pulse, childStops } = world;
  const { machines = [], later = [] } = request;
  const children = new ChildRuns(services);
  const anyMachines = [...machines, ...later.flatMap((each) => each.machines ?? [])];
  const search = new ChildSearch(children, anyMachines, childStops, pulse);
  const facts = { machine, settings: execution.settings, children };
  const shown = ShownRun.of(execution.timeline, graph, facts);
  const stops = new Stops(machine, execution, shown.fold, stopAt, search.begunIn(undefined));
  const recorder = new RunRecorder(execution, world, record, journal.length);
  const tell = (batch: ProgressBatch) => {
    world.publish({ ...steps.seen(batch), run: id });
    steps.follow();
    note(batch.control !== 'running');
  };
  const note = (atOnce: boolean) => recorder.note(() => ({ ...session.point, ...steps.point }), atOnce);
  const { asked, sample } = services;
  const answers = { callService: replayed.callService, asked };
  const session = new RunSession(execution, shown.fold, stops, answers, pulse, tell, speed, begin);
  made.session = session;
  const steps = new ChildSteps({
    id,
    session,
    children,
    search,
    stops,
    pulse,
    publish: world.publish,
    stepped: world.stepped,
    moved: note,
  });
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
      definition,
      machine,
      execution,
      shown,
      children,
      steps,
      desk: { execution, machine, asked, sample },
      session,
      recorder,
      async hold() {
        const held = await world.holds.take(id);
        letGo = held ?? letGo;
        return held !== undefined;
      },
      play() {
        replayed.finish();
        if (session.isOver) return letGo();
        // Begins after the reply, so that the page knows the run before it hears of its progress.
        void pulse
          .breathe()
          .then(() => {
            steps.play();
            return session.play();
          })
          .then(settle)
          .catch((error: unknown) => {
            session.giveUp();
            steps.end();
            letGo();
            world.crashed(id, error);
          });
      },
      close() {
        steps.close();
        session.giveUp();
        recorder.off();
        letGo();
      },
    },
  };
}

/** What nobody listens to. */
const UNHEARD = new Promise<never>(() => {});

/** @param branched where it comes from */
export function newRecord(request: RunRequest, about: RunAbout, branched?: BranchOrigin): RunRecord {
  const { executionName, startTime, type } = request.settings;
  return {
    ...about,
    id: executionName,
    keptSince: Date.now(),
    type,
    startTime,
    input: request.input.slice(0, EXCERPT),
    ...(branched === undefined ? {} : { branched }),
    point: {
      recorded: 0,
      shown: 0,
      control: 'running',
      now: startTime,
      events: 0,
      transitions: 0,
    },
    size: 0,
    pieces: 0,
  };
}
