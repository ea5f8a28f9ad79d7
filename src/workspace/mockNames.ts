import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { LanguageClient } from '../worker';
import type { MockPlan } from './mocks';
import type { MockSettings } from './serviceSettings';
import type { WorkspaceState } from './state';
import type { Companion } from './undoLog';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: LanguageClient;
  /** Reads the file. */
  readonly planMocks: (mocks: MockSettings, document: string) => MockPlan;
  readonly warn: (message: string) => void;
}

/**
 * Renames a state in the MockConfigFile, too, which knows states by their names. It goes with the entry of the undo
 * log, so that Undo takes back both.
 *
 * @returns undefined when the file does not name the state
 */
export async function mockRenaming(
  { store, language, planMocks, warn }: Surroundings,
  { state, name }: { readonly state: StatePath; readonly name: string },
): Promise<Companion | undefined> {
  const { analysis, document, execution } = store.getState();
  const { mocks } = execution.services;
  const old = analysis.outline.find(({ path }) => path === state)?.name;
  if (!mocks || old === undefined || !mocks.text.includes(JSON.stringify(old))) return undefined;
  const plan = planMocks(mocks, document.name);
  if (!plan.ok) {
    return (to) => {
      if (to === 'after')
        warn(`The mocks file cannot be used as it is, so it still says “${old}”: rename it there yourself.`);
    };
  }
  const { machine } = plan.chosen;
  const before = mocks.text;
  const after = await language.renameInMocks(before, { machine, from: old, to: name });
  if (after === before) return undefined;

  const textNow = () => store.getState().execution.services.mocks?.text;
  const write = (text: string) =>
    store.setState(({ execution: { services, ...rest } }) => ({
      execution: { ...rest, services: { ...services, mocks: { ...services.mocks, text } } },
    }));
  /** The file was edited meanwhile: only the name in it changes. */
  const rename = async (text: string, from: string, to: string) => {
    const renamed = await language.renameInMocks(text, { machine, from, to });
    if (textNow() === text) write(renamed);
  };
  return (to) => {
    const now = textNow();
    if (now === undefined) return;
    const back = to === 'before';
    if (now === (back ? after : before)) write(back ? before : after);
    else void (back ? rename(now, name, old) : rename(now, old, name)).catch((error) => warn(String(error)));
  };
}
