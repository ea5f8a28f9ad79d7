import type { Graph } from '../../../graph';
import { buildGraph } from '../../../graphing/buildGraph';
import { buildModel } from '../../../modelling/buildModel';
import { parseText } from '../../../parse/parseText';

/** The graph of a definition. */
export const graphOf = (definition: object): Graph =>
  buildGraph(buildModel(parseText(JSON.stringify(definition), 'json')));
