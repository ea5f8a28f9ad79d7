import { pointerSegments, type StatePath } from '../../asl';

/** The last part of a state's path, as it is written in the definition. */
export const stateName = (state: StatePath): string => pointerSegments(state).at(-1) ?? state;
