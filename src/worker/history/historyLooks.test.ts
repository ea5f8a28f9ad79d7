import { describe, expect, it } from 'vitest';
import type { Json, Seconds, StatePath } from '../../asl';
import type { CallService } from '../../interpreter';
import { STATUSES, type TableRequest, TRY_OUTCOMES } from '../history.types';
import { recordRun } from '../testing/recordRun';

const path = (name: string) => `/States/${name}` as StatePath;
const inItem = (name: string) => `/States/Each/ItemProcessor/States/${name}` as StatePath;

const DEFINITION = {
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
        { StartAt: 'Right', States: { Right: { Type: 'Wait', Seconds: 30, End: true } } },
      ],
      ResultPath: null,
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        StartAt: 'Work',
        States: {
          Work: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'work', 'Payload.$': '$' },
            Retry: [{ ErrorEquals: ['Slow'], IntervalSeconds: 2, MaxAttempts: 2 }],
            Catch: [{ ErrorEquals: ['Bad'], Next: 'Note' }],
            End: true,
          },
          Note: { Type: 'Pass', End: true },
        },
      },
      End: true,
    },
  },
};

/** Item 1 is slow once, item 2 is bad. */
const answer: CallService = ({ mapIndex, attempt }) => {
  if (mapIndex[0] === 1 && attempt === 0) return { type: 'fail', error: 'Slow', after: 1 as Seconds };
  if (mapIndex[0] === 2) return { type: 'fail', error: 'Bad' };
  return { type: 'succeed', output: 'fine', after: 3 as Seconds };
};
const record = (input: Json = { items: [0, 1, 2, 3] }, call = answer) =>
  recordRun(DEFINITION, input, call).run.looks;

const ALL: TableRequest = { filter: 'all', toggled: [], from: 0, count: 100 };
const names = (looks: ReturnType<typeof record>, request: Partial<TableRequest> = {}) =>
  looks.table({ ...ALL, ...request }).rows.map((row) => {
    const name = row.kind === 'visit' ? row.state.split('/').at(-1) : `${row.kind} ${row.lane}`;
    return `${'  '.repeat(row.depth)}${name}`;
  });

describe('the table', () => {
  it('is a tree: branches open, items closed', () => {
    const looks = record();
    expect(names(looks)).toEqual(['Both', '  branch 0', '    Left', '  branch 1', '    Right', 'Each']);
  });
  it('opens and closes what is toggled', () => {
    const looks = record();
    const both = looks.table(ALL).rows[0]?.key ?? '';
    const each = looks.table(ALL).rows.at(-1)?.key ?? '';
    expect(names(looks, { toggled: [both, each] })).toEqual([
      'Both',
      'Each',
      '  item 0',
      '  item 1',
      '  item 2',
      '  item 3',
    ]);
    expect(names(looks, { toggled: [both, each, `${each}:2`] }).slice(4, 7)).toEqual([
      '  item 2',
      '    Work',
      '    Note',
    ]);
  });
  it('answers pages, and says where a visit stands', () => {
    const looks = record();
    const page = looks.table({ ...ALL, from: 2, count: 2, find: { state: path('Each'), number: 0 } });
    expect(page.rows.map(({ state }) => state.split('/').at(-1))).toEqual(['Left', 'Both']);
    expect(page).toMatchObject({ from: 2, total: 6, found: 5 });
  });
  it('says type, resource, status, attempts and times', () => {
    const looks = record();
    const [retried] = looks.table({ ...ALL, filter: 'retries' }).rows;
    expect(retried).toMatchObject({
      kind: 'visit',
      type: 'Task',
      resource: 'Lambda: Invoke',
      status: 'succeeded',
      attempts: 2,
      iteration: [1],
    });
    expect((retried?.endedAt ?? 0) - (retried?.enteredAt ?? 0)).toBe(6000);
  });
  it('filters errors, and the longest visits first', () => {
    const looks = record();
    expect(looks.table({ ...ALL, filter: 'errors' }).rows.map(({ status }) => status)).toEqual(['caught']);
    expect(names(looks, { filter: 'slow' })).toEqual(['Right', 'Work', 'Work', 'Work']);
  });
});

describe('the columns of the timeline', () => {
  it('have a visit each, with its place and its attempts', () => {
    const columns = record().timeline();
    expect(columns.total).toBe(columns.state.length);
    const retried = [...columns.tries].findIndex(
      (start, visit) => (columns.tries[visit + 1] ?? 0) - start === 2,
    );
    const from = columns.tries[retried] ?? 0;
    expect(columns.paths[columns.state[retried] ?? 0]).toBe(inItem('Work'));
    expect(columns.lane[retried]).toBe(1);
    expect([...columns.tryOutcome.slice(from, from + 2)].map((outcome) => TRY_OUTCOMES[outcome])).toEqual([
      'failed',
      'succeeded',
    ]);
    const start = columns.start[retried] ?? 0;
    expect([...columns.tryStart.slice(from, from + 2)].map((at) => at - start)).toEqual([0, 3000]);
    expect(columns.now).toBe(Math.max(...columns.end));
  });
  it('number the branches of a Parallel', () => {
    const { state, lane, paths } = record().timeline();
    const right = paths.indexOf('/States/Both/Branches/1/States/Right' as StatePath);
    expect(lane[state.indexOf(right)]).toBe(1);
  });
});

describe('the items of a Map', () => {
  it('have status, times, attempts and error', () => {
    const { run } = recordRun({ ...DEFINITION, States: { ...DEFINITION.States } }, { items: [0, 1] }, answer);
    const items = run.looks.items({ state: path('Each'), number: 0 });
    expect([...(items?.status ?? [])].map((status) => STATUSES[status])).toEqual(['succeeded', 'succeeded']);
    expect([...(items?.attempts ?? [])]).toEqual([1, 2]);
  });
  it('name the error of a failed one, and count those that never began', () => {
    const looks = record({ items: [0, 1, 2] }, ({ mapIndex }) =>
      mapIndex[0] === 0
        ? { type: 'fail', error: 'Worse' }
        : { type: 'succeed', output: 1, after: 5 as Seconds },
    );
    const items = looks.items({ state: path('Each'), number: 0 });
    expect([...(items?.status ?? [])].map((status) => STATUSES[status])).toEqual([
      'failed',
      'aborted',
      'aborted',
    ]);
    expect(items?.errors[items.error[0] ?? -1]).toBe('Worse');
    expect(looks.items({ state: path('Each'), number: 7 })).toBeNull();
  });
  it('lead to the visits inside one of them', () => {
    const within = { state: path('Each'), number: 0, item: 2 };
    const page = record().visitsWithin(inItem('Work'), within, 0, 10);
    expect(page.visits.map(({ number, iteration }) => [number, iteration])).toEqual([[2, [2]]]);
    expect(record().visitsWithin(path('Both'), within, 0, 10).total).toBe(0);
  });
});

describe('the meters', () => {
  it('find the largest payload, in UTF-8', () => {
    const looks = record({ items: [0], text: 'é'.repeat(500) });
    const { largest, measured, events, retries } = looks.meters();
    expect(measured).toBe(events);
    expect(largest?.bytes).toBe(JSON.stringify({ items: [0], text: 'é'.repeat(500) }).length + 500);
    expect(retries).toBe(0);
    expect(record().meters().retries).toBe(1);
  });
});

describe('the table at a moment', () => {
  it('has the statuses of then, and keeps a place for what comes later', () => {
    const { run } = recordRun(DEFINITION, { items: [0, 1, 2, 3] }, answer);
    const all = { filter: 'all', toggled: [], from: 0, count: 100 } as const;
    const now = run.looks.table(all);
    const entered = run.history.record(1);
    expect(entered.type).toBe('ParallelStateEntered');
    run.showMoment({ type: 'at', position: 2 });
    const then = run.looks.table(all);
    expect(then.total).toBe(now.total);
    expect(then.rows[0]).toMatchObject({ state: path('Both'), status: 'inProgress' });
    expect(then.rows[0]).not.toHaveProperty('endedAt');
    expect(then.rows.slice(1).every(({ ahead, status }) => ahead && status === 'notStarted')).toBe(true);
    expect(run.looks.table({ ...all, filter: 'errors' }).total).toBe(0);
    run.showMoment({ type: 'live' });
    expect(run.looks.table(all)).toEqual(now);
  });
});
