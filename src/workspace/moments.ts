import type { StoreApi } from 'zustand/vanilla';
import type { DataInScope, MomentTarget, RunClient, TickPage } from '../worker';
import type { ProgressStore } from './progressStore';
import type { WorkspaceState } from './state';

export interface MomentActions {
  /** Looks at another moment of the run on show; of several places asked for at once, the last one counts. */
  show(target: MomentTarget): Promise<void>;
  getTicks(places: number): Promise<TickPage>;
  /** What is in scope at the moment shown, or where the run is. */
  getData(watches: readonly string[]): Promise<DataInScope>;
}

export interface MomentKeeper extends MomentActions {
  /** Another run is on show, or none. */
  forget(): void;
}

export function createMoments(
  store: StoreApi<WorkspaceState>,
  shown: () => RunClient,
  progress: ProgressStore,
  failed: (message: string) => void,
): MomentKeeper {
  let asking = false;
  /** Asked for since, in order. */
  const queue: MomentTarget[] = [];

  const set = (moment: WorkspaceState['execution']['moment']) =>
    store.setState(({ execution }) => ({ execution: { ...execution, moment } }));
  const ask = async (target: MomentTarget) => {
    const { run } = store.getState().execution;
    if (!run) return;
    const moment = await shown().showMoment(target);
    if (store.getState().execution.run?.id !== run.id) return;
    progress.look(moment);
    if (!moment) return set(undefined);
    const { states: _states, taken: _taken, ...looked } = moment;
    set(looked);
  };

  return {
    async show(target) {
      // While one is dragged along, only the place that was come to last is of interest.
      if (target.type === 'at' && queue.at(-1)?.type === 'at') queue.pop();
      queue.push(target);
      if (asking) return;
      asking = true;
      try {
        for (let each = queue.shift(); each; each = queue.shift()) await ask(each);
      } catch (error) {
        failed(error instanceof Error ? error.message : String(error));
      } finally {
        asking = false;
        queue.length = 0;
      }
    },
    forget() {
      queue.length = 0;
      progress.look(undefined);
      if (store.getState().execution.moment) set(undefined);
    },
    getTicks: (places) => shown().getTicks(places),
    getData: (watches) => shown().getData(watches),
  };
}
