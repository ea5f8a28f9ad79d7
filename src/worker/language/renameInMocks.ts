import { applyEdits, joinPointer, nodeAtPointer, parseText } from '../../asl';

/** A state of a machine in a MockConfigFile, and its name from now on. */
export interface MockRename {
  readonly machine: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The text of a MockConfigFile with a state renamed in all test cases of a machine; a test case that has the new name
 * already stays as it is. The rest of the text is untouched.
 */
export function renameInMocks(text: string, { machine, from, to }: MockRename): string {
  const { root } = parseText(text, 'json');
  const cases = nodeAtPointer(root, joinPointer('', 'StateMachines', machine, 'TestCases'));
  if (cases?.kind !== 'object') return text;
  const edits = cases.properties.flatMap(({ value: states }) => {
    if (states?.kind !== 'object' || states.properties.some(({ key }) => key === to)) return [];
    return states.properties
      .filter(({ key }) => key === from)
      .map(({ keyRange }) => ({ range: keyRange, text: JSON.stringify(to) }));
  });
  return applyEdits(text, edits);
}
