import { always, type Command } from './command';

/** Every command with a shortcut. Debug keys are those of IDEs, edit keys those of the AWS console. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'run',
    title: 'Run or continue',
    keys: ['F5', 'Mod+Enter'],
    enabled: ({ execution }) => execution.phase !== 'running' && execution.phase !== 'starting',
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
  {
    id: 'step',
    title: 'Next transition',
    keys: ['F10'],
    enabled: ({ execution }) => execution.phase !== 'running' && execution.phase !== 'starting',
    run: ({ execution }) => void execution.step(),
  },
  {
    id: 'stop',
    title: 'Stop',
    keys: ['Shift+F5'],
    enabled: ({ execution }) => ['running', 'paused', 'starting'].includes(execution.phase),
    run: ({ execution }) => void execution.stop(),
  },
  {
    id: 'undo',
    title: 'Undo',
    keys: ['Mod+Z'],
    enabled: always,
    run: ({ document }) => void document.undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: always,
    run: ({ document }) => void document.redo(),
  },
];
