import type { StepKind } from '../../worker';
import type { WorkspaceState } from '../../workspace';
import { always, type Command } from './command';

const isIdle = ({ execution }: WorkspaceState) =>
  execution.phase !== 'running' && execution.phase !== 'starting';

const isPast = ({ execution }: WorkspaceState) => execution.moment !== undefined;

/** Every command with a shortcut. Debug keys are those of IDEs, edit keys those of the AWS console. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'run',
    title: 'Run or continue',
    keys: ['F5', 'Mod+Enter'],
    enabled: isIdle,
    run: ({ execution, store }) =>
      void (store.getState().execution.phase === 'paused' ? execution.continue() : execution.run()),
  },
  {
    id: 'pause',
    title: 'Pause',
    keys: ['F6'],
    enabled: ({ execution }) => execution.phase === 'running',
    run: ({ execution }) => void execution.pause(),
  },
  step('over', 'Step over: a state or container as a whole', 'F10'),
  step('into', 'Step into: next transition', 'F11'),
  step('out', 'Step out: to the end of the iteration or branch', 'Shift+F11'),
  {
    id: 'step through stages',
    title: 'Step through the stages of a state: what each field makes of the data',
    keys: ['Mod+F11'],
    enabled: (state) => isIdle(state) && !isPast(state),
    run: (workspace) => void workspace.walkStages(),
  },
  {
    id: 'step back',
    title: 'Step back: to the state entered before, while a run is paused or looked back at',
    keys: ['Shift+F10'],
    yields: true,
    enabled: (state) => isPast(state) || state.execution.phase === 'paused',
    run: ({ moments }) => void moments.show({ type: 'next', what: 'state', back: true }),
  },
  {
    id: 'run to here',
    title: 'Run to the selected state',
    keys: ['Mod+F10'],
    enabled: (state) => isIdle(state) && state.selection.state !== undefined,
    run({ execution, store }) {
      const { state } = store.getState().selection;
      if (state !== undefined) void execution.runTo(state);
    },
  },
  {
    id: 'restart',
    title: 'Restart',
    keys: ['Mod+Shift+F5'],
    enabled: ({ execution }) => execution.run !== undefined && execution.phase !== 'starting',
    run: ({ execution }) => void execution.restart(),
  },
  {
    id: 'breakpoint',
    title: 'Breakpoint on the selected state',
    keys: ['F9'],
    enabled: ({ selection }) => selection.state !== undefined,
    run({ breakpoints, store }) {
      const { state } = store.getState().selection;
      if (state !== undefined) breakpoints.toggle(state);
    },
  },
  {
    id: 'stop',
    title: 'Stop',
    keys: ['Shift+F5'],
    enabled: ({ execution }) => ['running', 'paused', 'starting'].includes(execution.phase),
    run: ({ execution }) => void execution.stop(),
  },
  {
    id: 'refactor',
    title: 'Refactor what is selected',
    keys: ['Mod+Shift+R'],
    enabled: always,
    run: ({ refactorings }) => refactorings.open('choose'),
  },
  {
    id: 'undo',
    title: 'Undo',
    keys: ['Mod+Z'],
    enabled: always,
    run: ({ undo }) => undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: always,
    run: ({ redo }) => redo(),
  },
];

function step(kind: StepKind, title: string, keys: string): Command {
  return {
    id: `step ${kind}`,
    title,
    keys: [keys],
    enabled: (state) =>
      isPast(state) || (isIdle(state) && (kind !== 'out' || state.execution.phase === 'paused')),
    run: ({ execution }) => void execution.step(kind),
  };
}
