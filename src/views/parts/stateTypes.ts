import type { StateType } from '../../asl';

export interface StateTypeInfo {
  readonly type: StateType;
  /** One short line that says what the state does, for palettes and tooltips. */
  readonly purpose: string;
}

/** The eight state types in the order palettes and menus offer them: what runs, what decides, what ends, what contains. */
export const STATE_TYPES: readonly StateTypeInfo[] = [
  { type: 'Task', purpose: 'Call a service or a function' },
  { type: 'Pass', purpose: 'Shape or set data' },
  { type: 'Choice', purpose: 'Decide which way to go' },
  { type: 'Wait', purpose: 'Pause for a time or until a moment' },
  { type: 'Parallel', purpose: 'Run branches side by side' },
  { type: 'Map', purpose: 'Run the same states for each item' },
  { type: 'Succeed', purpose: 'End well' },
  { type: 'Fail', purpose: 'End with an error' },
];
