import {
  type Analysis,
  advise,
  analyzeRead,
  buildModel,
  type Graph,
  isBroken,
  parseText,
  type ReadText,
  type TextFormat,
} from '../../asl';
import { creationFindings } from './creationFindings';
import { intrinsicFindings } from './intrinsicFindings';
import { variableFindings } from './variableFindings';

/**
 * Everything there is to say about a definition, by its place in the text: what is wrong, what AWS would refuse, what
 * may go wrong, and what could be done better. Never throws for any text.
 *
 * @param type what it is to be created as
 */
export function checkDefinition(
  text: string,
  format: TextFormat | undefined,
  type: 'STANDARD' | 'EXPRESS',
): Analysis {
  const parsed = parseText(text, format);
  return checkSource({ parsed, machine: buildModel(parsed) }, type);
}

/** As `checkDefinition`, of a text that has been read already, and perhaps its graph made. */
export function checkSource(read: ReadText, type: 'STANDARD' | 'EXPRESS', known?: Graph): Analysis {
  const analysis = analyzeRead(read, known);
  const { parsed, machine, graph } = analysis;
  if (isBroken(parsed)) return analysis;
  const own = [...analysis.diagnostics, ...intrinsicFindings(machine)];
  const diagnostics = [
    ...own,
    ...creationFindings(parsed, machine, own, type),
    ...variableFindings(machine, graph),
    ...advise(machine, graph),
  ];
  return { ...analysis, diagnostics: diagnostics.sort((a, b) => a.range.start - b.range.start) };
}
