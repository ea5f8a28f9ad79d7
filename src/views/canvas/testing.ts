import { analyze, type NodeId, type TransitionId } from '../../asl';
import { type GraphIndex, indexGraph } from './model/graphIndex';

/** The indexed graph of a definition's States, which start with the first. */
export function graphOf(states: Readonly<Record<string, unknown>>): GraphIndex {
  return indexGraph(analyze(JSON.stringify(scopeOf(states))).graph);
}

/** An object with StartAt and States. */
export function scopeOf(states: Readonly<Record<string, unknown>>) {
  return { StartAt: Object.keys(states)[0], States: states };
}

/** A state of the machine, by its name. */
export const node = (name: string): NodeId => `/States/${name}` as NodeId;
/** A transition of the machine: `A#next`, or `start`. */
export const transition = (name: string): TransitionId =>
  (name === 'start' ? 'start:#start' : `/States/${name}`) as TransitionId;
