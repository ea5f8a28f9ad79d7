import { expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { createTestStudio, untilState } from '../testing/testStudio';
import type { Workspace } from '../workspace';

const text = (States: object) => JSON.stringify({ StartAt: 'A', States });
const PASS_AND_WAIT = text({
  A: { Type: 'Pass', Next: 'B' },
  B: { Type: 'Wait', Seconds: 5, End: true },
});

async function exported(workspace: Workspace): Promise<string> {
  await workspace.execution.run();
  await untilState(workspace, ({ execution }) => execution.phase === 'ended');
  return workspace.execution.exportHistory();
}

const statuses = ({ progress }: Workspace) =>
  ['/States/A', '/States/B'].map((path) => progress.state(path as StatePath)?.status);

it('shows a pasted history on the document', async () => {
  const workspace = await createTestStudio(PASS_AND_WAIT);
  const history = await exported(workspace);
  workspace.execution.clear();
  await workspace.openIncoming(history, { kind: 'paste' });
  const { execution, document, notices } = workspace.store.getState();
  expect(document.text).toBe(PASS_AND_WAIT);
  expect(execution).toMatchObject({
    phase: 'ended',
    run: { events: 6, transitions: 2, result: { status: 'SUCCEEDED' }, recorded: { notes: [], foreign: [] } },
  });
  expect(statuses(workspace)).toEqual(['succeeded', 'succeeded']);
  expect(notices.at(-1)?.message).toBe('6 events of a recorded execution.');
  expect(await workspace.execution.exportHistory()).toBe(history);
});

it('says which states are not here, and sketches a definition that has them', async () => {
  const history = await exported(await createTestStudio(PASS_AND_WAIT));
  const workspace = await createTestStudio(text({ A: { Type: 'Succeed' } }));
  await workspace.openIncoming(history, { kind: 'paste' });
  const [notice] = workspace.store.getState().notices;
  expect(notice?.message).toContain('“B” is not in this definition');
  expect(notice?.offers[0]?.label).toBe('Sketch a definition');
  await (await workspace.recorded()).sketch();
  const { document, execution } = workspace.store.getState();
  expect(JSON.parse(document.text).States).toEqual(JSON.parse(PASS_AND_WAIT).States);
  expect(execution.run?.recorded?.foreign).toEqual([]);
  expect(statuses(workspace)).toEqual(['succeeded', 'succeeded']);
});

it('says that no event can be read, and leaves the document as it is', async () => {
  const workspace = await createTestStudio(PASS_AND_WAIT);
  await workspace.openIncoming('{"events":[]}', { kind: 'paste' });
  const { document, notices } = workspace.store.getState();
  expect(document.text).toBe(PASS_AND_WAIT);
  expect(notices.at(-1)?.message).toContain('none of its events can be read');
});
