import type { StoreApi } from 'zustand/vanilla';
import {
  applyEdits,
  joinPointer,
  nodeAtPointer,
  parseText,
  pointerSegments,
  propertyOf,
  type StatePath,
} from '../asl';
import { planMocks } from './mocks';
import type { MockSettings } from './serviceSettings';
import type { WorkspaceState } from './state';
import type { Companion } from './undoLog';

/**
 * Renames a state in the MockConfigFile, too, which knows states by their names. It goes with the entry of the undo
 * log, so that Undo takes back both.
 *
 * @param warn is told when the file names the state and cannot be written
 */
export function mockRenaming(
  store: StoreApi<WorkspaceState>,
  { state, name }: { readonly state: StatePath; readonly name: string },
  warn: (message: string) => void,
): Companion {
  const old = pointerSegments(state).at(-1) ?? '';
  let done: { readonly before: string; readonly after: string } | undefined;
  const write = (text: string) =>
    store.setState(({ execution }) => ({
      execution: {
        ...execution,
        services: { ...execution.services, mocks: { ...execution.services.mocks, text } },
      },
    }));
  return (to) => {
    const { document, execution } = store.getState();
    const { mocks } = execution.services;
    if (!mocks || (to === 'before' && !done)) return;
    const { text } = mocks;
    if (to === 'before') {
      // Edited meanwhile, the file is as the user left it but for the name.
      write(text === done?.after ? done.before : (renamedInMocks(mocks, document.name, name, old) ?? text));
      return;
    }
    const renamed = renamedInMocks(mocks, document.name, old, name);
    done = renamed === undefined || renamed === text ? undefined : { before: text, after: renamed };
    if (done) write(done.after);
    if (renamed === undefined && text.includes(JSON.stringify(old)))
      warn(`The mocks file cannot be used as it is, so it still says “${old}”: rename it there yourself.`);
  };
}

/**
 * The text of a MockConfigFile with a state of the chosen machine renamed in all its test cases; a test case that has
 * the new name already stays as it is. The rest of the text is untouched.
 *
 * @param document the document's name
 * @returns undefined when the file cannot be used
 */
export function renamedInMocks(
  mocks: MockSettings,
  document: string,
  from: string,
  to: string,
): string | undefined {
  const plan = planMocks(mocks, document);
  if (!plan.ok) return undefined;
  const { root } = parseText(mocks.text, 'json');
  const { machine } = plan.chosen;
  const edits = plan.testCases.flatMap((testCase) => {
    const states = nodeAtPointer(root, joinPointer('', 'StateMachines', machine, 'TestCases', testCase));
    if (states?.kind !== 'object' || propertyOf(states, to)) return [];
    return states.properties
      .filter(({ key }) => key === from)
      .map(({ keyRange }) => ({ range: keyRange, text: JSON.stringify(to) }));
  });
  const ordered = edits.sort((a, b) => a.range.start - b.range.start);
  return applyEdits(mocks.text, ordered);
}
