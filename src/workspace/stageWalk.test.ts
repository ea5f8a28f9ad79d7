import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from './clock';
import { createTestStudio, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

/** Everything that a walk may come through: items, branches, retries, a catcher, a rule, variables, a Task of each kind. */
const MACHINE = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
            ResultSelector: { 'paid.$': '$.Payload' },
            ResultPath: '$.charged',
            Next: 'Pause',
          },
          Pause: { Type: 'Wait', Seconds: 2, End: true },
        },
      },
      ResultPath: '$.each',
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Ask',
          States: {
            Ask: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
              Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
              Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
              End: true,
            },
          },
        },
        {
          StartAt: 'Note',
          States: { Note: { Type: 'Pass', Assign: { seen: true }, Next: 'Bad' }, Bad: { Type: 'Fail' } },
        },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Which' }],
      Next: 'Which',
    },
    Which: {
      Type: 'Choice',
      Choices: [{ Variable: '$.again', IsPresent: true, Next: 'Done' }],
      Default: 'Mark',
    },
    Mark: { Type: 'Pass', Result: true, ResultPath: '$.again', Next: 'Both' },
    Done: { Type: 'Succeed', OutputPath: '$.each' },
  },
};

const standing = (workspace: Workspace) =>
  untilState(workspace, ({ execution: { phase } }) => phase === 'paused' || phase === 'ended');
const isOver = ({ store }: Workspace) => store.getState().execution.phase === 'ended';

/** What AWS would return of the run. */
const historyOf = async ({ execution }: Workspace): Promise<unknown> =>
  JSON.parse(await execution.exportHistory());

async function studio(): Promise<Workspace> {
  // All runs begin at the same instant: services tell the time in their answers.
  const clock = { ...systemClock, now: () => 1_700_000_000_000 };
  const workspace = await createTestStudio(JSON.stringify(MACHINE), clock);
  workspace.execution.setInput('{"items": [{}, {}, {}]}');
  return workspace;
}

describe('a walk through the stages', () => {
  it('has the history of a run that nobody stopped, in any pattern with the other steps', async () => {
    const workspace = await studio();
    await workspace.execution.run();
    await untilState(workspace, ({ execution: { phase } }) => phase === 'ended');
    const whole = await historyOf(workspace);
    expect(workspace.store.getState().execution.run?.events).toBeGreaterThan(60);

    const moves = fc.array(
      fc.constantFrom('walk' as const, 'walk' as const, 'walk' as const, 'into', 'over', 'out', 'exit'),
      { minLength: 5, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (pattern) => {
        await workspace.execution.step('into');
        await standing(workspace);
        for (const move of pattern) {
          if (isOver(workspace)) break;
          if (move === 'walk') await workspace.walkStages();
          else await workspace.execution.step(move);
          await standing(workspace);
        }
        while (!isOver(workspace)) {
          await workspace.execution.continue();
          await standing(workspace);
        }
        expect(await historyOf(workspace)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
    workspace.dispose();
  });

  it('alone comes to the end, by way of every state', async () => {
    const workspace = await studio();
    const seen = new Set<string>();
    await workspace.walkStages();
    await standing(workspace);
    while (!isOver(workspace)) {
      await workspace.walkStages();
      await standing(workspace);
      const { value } = workspace.store.getState().looking;
      if (value) seen.add(`${value.visit.state.split('/').at(-1)} ${value.stage}`);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['Charge parameters', 'Charge resultSelector', 'Charge output', 'Mark input']),
    );
    workspace.dispose();
  });
});
