import type { StoreApi } from 'zustand/vanilla';
import type { StageValue, VisitName, VisitStages } from '../worker';
import type { ExecutionActions } from './execution';
import type { LookingActions } from './looking';
import type { WorkspaceState } from './state';

/**
 * One step through the stages of the state that a paused run stands at. A stage that the run has not made yet is waited
 * for: the run goes on to where the state ends. After the last one it goes on as with Step into.
 */
export async function walkOn(
  store: StoreApi<WorkspaceState>,
  execution: ExecutionActions,
  looking: LookingActions,
): Promise<void> {
  const { phase, at, run } = store.getState().execution;
  const walk = walkOf(store.getState());
  const goOn = async () => {
    looking.walk(undefined);
    looking.value(undefined);
    if (store.getState().execution.phase !== 'ended') await execution.step('into');
  };
  if (phase === 'ended' && walk === undefined) return execution.step('into');
  if (at === undefined || run === undefined) return goOn();
  const here = await execution.look('getStages', { state: at });
  if (here === null || hasInside(here)) return goOn();
  if (walk === undefined || walk.state !== at || walk.number !== here.number) {
    if (phase === 'ended') return goOn();
    looking.walk(visitOf(here));
    return show(here, usedStages(here)[0], looking);
  }
  const { value } = store.getState().looking;
  const used = usedStages(here);
  const next = used[used.findIndex(({ name }) => name === value?.stage) + 1];
  const failed = used.some(({ name, problem }) => name === value?.stage && problem !== undefined);
  if (next === undefined || failed) return goOn();
  if (isMade(next) || !here.isOpen) return show(here, next, looking);
  const before = store.getState().execution.run?.events;
  await execution.step('exit');
  await standing(store, before);
  const then = await execution.look('getStages', walk);
  const made =
    then === null
      ? undefined
      : usedStages(then).find(({ name }) => name === next.name || name === 'errorOutput');
  if (then !== null && walkOf(store.getState())) show(then, made, looking);
}

/** Resolves when the run stands again. */
function standing(store: StoreApi<WorkspaceState>, events: number | undefined): Promise<void> {
  const stands = ({ execution: { phase, run } }: WorkspaceState) =>
    phase !== 'starting' && phase !== 'running' && run?.events !== events;
  return new Promise((resolve) => {
    if (stands(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      const gone = state.execution.phase === 'idle' || state.execution.phase === 'crashed';
      if (!gone && !stands(state)) return;
      stop();
      resolve();
    });
  });
}

function show(visit: VisitStages, stage: StageValue | undefined, looking: LookingActions): void {
  if (stage) looking.value({ visit: visitOf(visit), stage: stage.name, path: [] });
}

const walkOf = ({ looking, execution }: WorkspaceState): VisitName | undefined =>
  looking.run === execution.run?.id ? looking.walk : undefined;

const visitOf = ({ state, number }: VisitName): VisitName => ({ state, number });
const hasInside = ({ type }: VisitStages): boolean => type === 'Map' || type === 'Parallel';
const usedStages = ({ stages }: VisitStages) => stages.filter(({ isUsed }) => isUsed);
const isMade = ({ text, problem }: StageValue): boolean => text !== undefined || problem !== undefined;
