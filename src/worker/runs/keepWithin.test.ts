import { expect, it } from 'vitest';
import type { EpochMs } from '../../asl';
import { defaultSettings } from '../../interpreter';

import { keptBench } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { runsToForget } from './keepWithin';
import type { RunRecord } from './runs.types';

const DAY = 24 * 3600 * 1000;

const record = async (): Promise<RunRecord> => {
  const on = keptBench(new MemoryRuns());
  const text = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });

  const settings = defaultSettings({ startTime: 0 as EpochMs, executionName: 'run' });
  await on.client.start({ text, format: 'json', input: '{}', settings }, 'instant', false, {
    breakpoints: [],
  });
  await on.ended('run');
  const [run] = (await on.client.listRuns()).runs;
  if (!run) throw new Error('the run is not kept');
  return { ...run, point: { ...run.point, status: 'SUCCEEDED' } };
};

it('lets go of runs after 90 days, and before that of the oldest when there is no room', async () => {
  const run = await record();
  const runs = [100, 91, 89, 1].map((age) => ({ ...run, id: `${age}`, size: 10, keptSince: -age * DAY }));
  expect(runsToForget(runs, 40, 1000, 0)).toEqual(['100', '91']);
  expect(runsToForget(runs, 40, 10, 0)).toEqual(['100', '91', '89']);
});

it('lets go of interrupted runs after 90 days, too, but never for room', async () => {
  const run = await record();
  const { status: _, ...point } = run.point;
  const interrupted = { ...run, point, size: 10 };
  const runs = [
    { ...interrupted, id: 'forgotten long ago', keptSince: -91 * DAY },
    { ...interrupted, id: 'to be resumed', keptSince: -89 * DAY },
    { ...run, id: 'ended', size: 10, keptSince: -1 * DAY },
  ];
  expect(runsToForget(runs, 30, 1000, 0)).toEqual(['forgotten long ago']);
  expect(runsToForget(runs, 30, 1, 0)).toEqual(['forgotten long ago', 'ended']);
});
