import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../asl';
import { createExecution } from '../execution';
import type { CallService, Execution, ServiceAnswer, ServiceCall } from '../execution.types';
import { runToEnd } from '../run';
import {
  eventsOf,
  fromJournal,
  lines,
  machine,
  play,
  playAsync,
  programOf,
  settingsOf,
  types,
} from '../testing/play';

const PROCESSOR = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };

const distributed = (fields: object = {}, states: object = { Do: { Type: 'Pass', End: true } }): object =>
  machine({
    Each: {
      Type: 'Map',
      ItemProcessor: { ...PROCESSOR, StartAt: Object.keys(states)[0], States: states },
      End: true,
      ...fields,
    },
  });

/** A bucket of texts by key; what is put is kept. */
function bucket(objects: Record<string, string>, pageSize = 1000): CallService & { readonly puts: Json[] } {
  const puts: Json[] = [];
  const answer = (call: ServiceCall): ServiceAnswer => {
    const request = call.arguments as JsonObject;
    const key = String(request.Key);
    switch (call.resource.kind === 'service' ? call.resource.action : '') {
      case 'getObject': {
        const body = objects[key];
        return body === undefined
          ? { type: 'fail', error: 'S3.NoSuchKeyException', cause: 'no such key' }
          : { type: 'succeed', output: { Body: body } };
      }
      case 'listObjectsV2': {
        const keys = Object.keys(objects).sort();
        const from = Number(request.ContinuationToken ?? 0);
        const page = keys.slice(from, from + pageSize);
        const more = from + pageSize < keys.length;
        return {
          type: 'succeed',
          output: {
            Contents: page.map((each) => ({
              Key: each,
              ETag: `"${each}"`,
              Size: objects[each]?.length ?? 0,
            })),
            IsTruncated: more,
            ...(more ? { NextContinuationToken: String(from + pageSize) } : {}),
          },
        };
      }
      case 'putObject':
        puts.push(request);
        return { type: 'succeed', output: {} };
      default:
        return { type: 'fail', error: 'Unexpected', cause: call.resource.arn };
    }
  };
  return Object.assign(answer, { puts });
}

const reader = (config: object, resource = 'getObject', key = 'items'): object => ({
  ItemReader: {
    Resource: `arn:aws:states:::s3:${resource}`,
    ReaderConfig: config,
    Parameters: resource === 'getObject' ? { Bucket: 'data', Key: key } : { Bucket: 'data' },
  },
});

const failing = {
  Check: {
    Type: 'Choice',
    Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'Fine' }],
    Default: 'Broken',
  },
  Fine: { Type: 'Pass', End: true },
  Broken: { Type: 'Fail', Error: 'Bad', Cause: 'item' },
};
const verdicts = (...oks: readonly boolean[]): Json => oks.map((ok) => ({ ok }));

describe('A Distributed Map', () => {
  it('[M1] records a Map Run and none of its children', () => {
    const execution = play(distributed(), { input: [1, 2] });
    expect(lines(execution)).toEqual([
      '1<-0 ExecutionStarted',
      '2<-0 MapStateEntered Each',
      '3<-2 MapStateStarted Each',
      '4<-3 MapRunStarted Each',
      '5<-4 MapRunSucceeded Each',
      '6<-5 MapStateSucceeded Each',
      '7<-4 MapStateExited Each',
      '8<-7 ExecutionSucceeded',
    ]);
    expect(execution.output).toEqual([1, 2]);
  });
  it('[M1] pointed at MapRunSucceeded when it was left, before October 2024', () => {
    const serviceDate = Date.UTC(2024, 7, 1) as never;
    expect(lines(play(distributed(), { input: [], settings: { serviceDate } }))).toContain(
      '7<-5 MapStateExited Each',
    );
  });
  it('[M2] gives every child a history, a name and ARNs of its own', () => {
    const execution = play(distributed({ Label: 'Items' }), { input: ['a', 'b'] });
    const [first, second] = execution.mapRuns[0]?.executions ?? [];
    expect(first?.settings.executionArn).not.toBe(second?.settings.executionArn);
    expect(first?.settings.stateMachineArn).toMatch(/:stateMachine:StateMachine\/Items$/);
    expect(first?.settings.executionArn).toMatch(/:execution:StateMachine\/Items:[0-9a-f-]{36}$/);
    expect(execution.mapRuns[0]?.mapRunArn).toMatch(/:mapRun:StateMachine\/Items:[0-9a-f-]{36}$/);
    expect(lines(first as never as Execution)).toEqual([
      '1<-0 ExecutionStarted Each',
      '2<-0 PassStateEntered Do',
      '3<-2 PassStateExited Do',
      '4<-3 ExecutionSucceeded Each',
    ]);
    expect(second?.history.event(0)).toMatchObject({ id: 1, executionStartedEventDetails: { input: '"b"' } });
  });
  it('[M2] names Express children as Express executions', () => {
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      StartAt: 'Do',
      States: { Do: { Type: 'Pass', End: true } },
    };
    const [child] = play(distributed({ ItemProcessor }), { input: [1] }).mapRuns[0]?.executions ?? [];
    expect(child?.settings.executionArn).toMatch(/:express:StateMachine\/[^:]+:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
  });
  it('[M3] hides its variables and its item from its children', () => {
    const definition = machine({
      Set: { Type: 'Pass', Assign: { v: 1 }, Next: 'Each' },
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: {
          ...PROCESSOR,
          StartAt: 'Do',
          States: { Do: { Type: 'Pass', Parameters: { 'v.$': '$v' }, End: true } },
        },
        End: true,
      },
    });
    const child = play(definition, { input: { items: [1] } }).mapRuns[0]?.executions[0];
    expect(child).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
  it('[M3] shows a child its own execution in the context object', () => {
    const states = {
      Do: {
        Type: 'Pass',
        Parameters: {
          'id.$': '$$.Execution.Id',
          'input.$': '$$.Execution.Input',
          'm.$': '$$.StateMachine.Name',
        },
        End: true,
      },
    };
    const execution = play(distributed({ Label: 'L' }, states), { input: ['x'] });
    const id = execution.mapRuns[0]?.executions[0]?.settings.executionArn;
    expect(execution.output).toEqual([{ id, input: 'x', m: 'StateMachine/L' }]);
  });
  it('[M4] evaluates ItemSelector with the item in the context, in both languages', async () => {
    const ItemSelector = { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'all.$': '$' };
    expect(play(distributed({ ItemSelector }), { input: ['a'] }).output).toEqual([
      { i: 0, v: 'a', all: ['a'] },
    ]);
    const jsonata = distributed({
      QueryLanguage: 'JSONata',
      Items: '{% [1..3] %}',
      ItemSelector: {
        v: '{% $states.context.Map.Item.Value * 2 %}',
        sum: '{% $sum([$states.context.Map.Item.Value]) %}',
        i: '{% $sum([$states.context.Map.Item.Index]) %}',
      },
    });
    expect((await playAsync(jsonata)).output).toEqual([
      { v: 2, sum: 1, i: 0 },
      { v: 4, sum: 2, i: 1 },
      { v: 6, sum: 3, i: 2 },
    ]);
  });
  it('[M5] runs no more children at a time than MaxConcurrency', () => {
    const states = { Task: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } };
    let open = 0;
    let most = 0;
    const program = programOf(distributed({ MaxConcurrency: 3 }, states));
    const execution = createExecution(program, settingsOf(), [1, 2, 3, 4, 5, 6, 7]);
    while (execution.status === 'RUNNING') {
      void execution.run();
      const calls = execution.takeCommands();
      open += calls.length;
      most = Math.max(most, open);
      for (const command of calls) {
        if (command.type !== 'callService') continue;
        open--;
        execution.deliver({ type: 'taskSucceeded', at: execution.now, task: command.call.task, output: 1 });
      }
    }
    expect(most).toBe(3);
    expect(execution.output).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
  it('[M5] ends an Express child after five minutes', () => {
    const execution = play(
      distributed({
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'W',
          States: { W: { Type: 'Wait', Seconds: 301, End: true } },
        },
        ToleratedFailureCount: 1,
      }),
      { input: [1] },
    );
    expect(execution.status).toBe('SUCCEEDED');
    expect(execution.mapRuns[0]?.executions[0]).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
    });
    expect(execution.mapRuns[0]?.describe().executionCounts).toMatchObject({ timedOut: 1, total: 1 });
  });
  it('[M6] fails when more items fail than are tolerated, and aborts what is running', () => {
    const execution = play(distributed({}, failing), { input: verdicts(false, true) });
    expect(types(execution).slice(3)).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
    expect(execution).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    });
    expect(execution.mapRuns[0]?.describe()).toMatchObject({ status: 'FAILED', itemCounts: { failed: 1 } });
  });
  it.each([
    [{ ToleratedFailureCount: 1 }, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 0 }, 'FAILED'],
    [{ ToleratedFailurePercentage: 50 }, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 49.9 }, 'FAILED'],
    [{ ToleratedFailureCount: 0, ToleratedFailurePercentage: 100 }, 'FAILED'],
    [{ ToleratedFailureCount: 9, ToleratedFailurePercentage: 1 }, 'FAILED'],
  ])('[M6] with %j and one failure of two: %s', (fields, status) => {
    expect(play(distributed(fields, failing), { input: verdicts(true, false) }).status).toBe(status);
  });
  it('[M7] returns a record where a tolerated child failed', () => {
    const output = play(distributed({ ToleratedFailureCount: 1 }, failing), {
      input: verdicts(true, false),
    }).output;
    expect(output).toMatchObject([
      { ok: true },
      {
        Status: 'FAILED',
        Error: 'Bad',
        Cause: 'item',
        Input: '{"ok":false}',
        RedriveStatus: 'REDRIVABLE_BY_MAP_RUN',
      },
    ]);
  });
  it('can be retried and caught: every attempt is a Map Run', () => {
    const execution = play(
      machine({
        Each: {
          Type: 'Map',
          ItemProcessor: { ...PROCESSOR, StartAt: 'Check', States: failing },
          Retry: [
            { ErrorEquals: ['States.ExceedToleratedFailureThreshold'], MaxAttempts: 1, IntervalSeconds: 5 },
          ],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      }),
      { input: verdicts(false) },
    );
    expect(execution.status).toBe('SUCCEEDED');
    expect(types(execution).filter((type) => type.startsWith('MapRun'))).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapRunStarted',
      'MapRunFailed',
    ]);
    expect(execution.mapRuns.map(({ mapRunArn }) => mapRunArn)).toHaveLength(2);
  });
  it('is aborted with everything inside when its execution is stopped', () => {
    const states = { W: { Type: 'Wait', Seconds: 100, End: true } };
    const execution = createExecution(programOf(distributed({}, states)), settingsOf(), [1, 2]);
    void execution.run();
    execution.deliver({ type: 'stop', at: execution.now });
    expect(execution.status).toBe('ABORTED');
    expect(execution.mapRuns[0]?.describe()).toMatchObject({
      status: 'ABORTED',
      executionCounts: { aborted: 2 },
    });
    const child = execution.mapRuns[0]?.executions[0]?.history;
    expect(child?.event((child?.length ?? 0) - 1)).toMatchObject({
      type: 'ExecutionAborted',
      previousEventId: 0,
    });
  });
  it('is aborted when a branch beside it fails', () => {
    const inner = { W: { Type: 'Wait', Seconds: 100, End: true } };
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Each',
            States: {
              Each: {
                Type: 'Map',
                ItemProcessor: { ...PROCESSOR, StartAt: 'W', States: inner },
                End: true,
              },
            },
          },
          {
            StartAt: 'Pause',
            States: {
              Pause: { Type: 'Wait', Seconds: 1, Next: 'No' },
              No: { Type: 'Fail', Error: 'No' },
            },
          },
        ],
        End: true,
      },
    });
    const execution = play(definition, { input: [1] });
    expect(types(execution).slice(-4)).toEqual([
      'MapRunAborted',
      'MapStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    expect(execution.mapRuns[0]?.executions[0]?.status).toBe('ABORTED');
  });
  it('may stand inside another one', () => {
    const inner = {
      Inner: {
        Type: 'Map',
        ItemProcessor: { ...PROCESSOR, StartAt: 'Do', States: { Do: { Type: 'Pass', End: true } } },
        End: true,
      },
    };
    const execution = play(distributed({}, inner), { input: [[1, 2], [3]] });
    expect(execution.output).toEqual([[1, 2], [3]]);
    expect(execution.mapRuns).toHaveLength(3);
  });
  it('keeps every event of all executions in one timeline', () => {
    const { timeline, history, mapRuns } = play(distributed(), { input: ['a', 'b'] });
    const children = mapRuns.flatMap(({ executions }) => executions);
    const total = history.length + children.reduce((sum, child) => sum + child.history.length, 0);
    expect(timeline.length).toBe(total);
    expect(timeline.mainEvents(timeline.length)).toBe(history.length);
    for (let position = 1; position < timeline.length; position++) {
      const { previousEventId, type } = timeline.record(position);
      expect(previousEventId, `${position} ${type}`).toBeLessThanOrEqual(position);
    }
    const starts = Array.from({ length: timeline.length }, (_, index) => timeline.record(index)).filter(
      ({ childIndex }) => childIndex !== undefined,
    );
    expect(starts.map(({ childIndex, previousEventId }) => [childIndex, previousEventId])).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });
});

describe('ItemReader', () => {
  const read = (config: object, text: string): Execution =>
    play(distributed(reader(config)), { services: bucket({ items: text }) });

  it('leaves the length at 0 and the read out of the history', () => {
    expect(eventsOf(read({ InputType: 'JSON' }, '[1]'))[2]).toMatchObject({
      mapStateStartedEventDetails: { length: 0 },
    });
  });
  it.each<[string, object, string, Json]>([
    ['JSON', { InputType: 'JSON' }, '[{"a": 1}, 2]', [{ a: 1 }, 2]],
    ['JSON inside', { InputType: 'JSON', ItemsPointer: '/data/0/it~1ems' }, '{"data":[{"it/ems":[1]}]}', [1]],
    ['JSONL', { InputType: 'JSONL' }, '{"a":1}\n\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    [
      'CSV with its own headers',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,b\n1,"x,""y"\r\n2\n3,4,5\n',
      [
        { a: '1', b: 'x,"y' },
        { a: '2', b: '' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'CSV with given headers',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['n'], CSVDelimiter: 'PIPE' },
      '1|2\n3|4',
      [{ n: '1' }, { n: '3' }],
    ],
    ['the first items only', { InputType: 'JSON', MaxItems: 2 }, '[1,2,3]', [1, 2]],
    ['all items for MaxItems 0', { InputType: 'JSON', MaxItems: 0 }, '[1,2,3]', [1, 2, 3]],
  ])('reads %s', (_, config, text, items) => {
    expect(read(config, text).output).toEqual(items);
  });
  it.each<[string, object, string, string]>([
    [
      'an object where a list must be',
      { InputType: 'JSON' },
      '{}',
      'Attempting to map over non-iterable node.',
    ],
    [
      'headers twice',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,a\n',
      'CSV headers cannot contain duplicates.',
    ],
    ['a broken line', { InputType: 'JSONL' }, '1\n{', 'Line 2 of the object is not JSON'],
    ['a negative MaxItems', { InputType: 'JSON', MaxItems: -1 }, '[]', 'field MaxItems must be positive'],
    ['a pointer to nothing', { InputType: 'JSON', ItemsPointer: '/a' }, '{}', "'/a' leads to nothing"],
    ['Parquet', { InputType: 'PARQUET' }, 'PAR1', 'Parquet objects cannot be read here'],
  ])('fails on %s', (_, config, text, cause) => {
    const execution = read(config, text);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
    expect(execution.cause).toContain(cause);
    expect(types(execution)).toContain('MapRunFailed');
  });
  it('fails when the object is not there', () => {
    const execution = play(distributed(reader({ InputType: 'JSON' })), { services: bucket({}) });
    expect(execution).toMatchObject({
      error: 'States.ItemReaderFailed',
      cause: 'S3.NoSuchKeyException: no such key',
    });
  });
  it('lists objects page by page', () => {
    const services = bucket({ a: '1', b: '22', c: '' }, 2);
    const execution = play(distributed(reader({}, 'listObjectsV2')), { services });
    expect(execution.output).toMatchObject([
      { Etag: '"a"', Key: 'a', Size: 1 },
      { Key: 'b', Size: 2 },
      { Key: 'c' },
    ]);
  });
  it('loads what is in the listed objects', () => {
    const services = bucket({ a: '[1]', b: '[2,3]' });
    const config = { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' };
    expect(play(distributed(reader(config, 'listObjectsV2')), { services }).output).toEqual([1, 2, 3]);
  });
  it('follows an S3 Inventory and an Athena manifest', () => {
    const inventory = JSON.stringify({
      fileFormat: 'CSV',
      fileSchema: 'Bucket, Key',
      files: [{ key: 'one' }, { key: 'two' }],
    });
    const objects = { items: inventory, one: '"data","x"\n', two: '"data","y"\n' };
    expect(
      play(distributed(reader({ InputType: 'MANIFEST' })), { services: bucket(objects) }).output,
    ).toEqual([
      { Bucket: 'data', Key: 'x' },
      { Bucket: 'data', Key: 'y' },
    ]);
    const athena = { items: 's3://data/one\ns3://data/two\n', one: '{"n":1}', two: '{"n":2}' };
    const config = { InputType: 'JSONL', ManifestType: 'ATHENA_DATA' };
    expect(play(distributed(reader(config)), { services: bucket(athena) }).output).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
  });
});

describe('ItemBatcher', () => {
  const batches = (ItemBatcher: object, input: Json): Json | undefined =>
    play(distributed({ ItemBatcher, ItemsPath: '$.items' }), { input: { items: input, half: 2 } }).output;

  it('fills batches up to a number of items', () => {
    expect(batches({ MaxItemsPerBatch: 2 }, [1, 2, 3])).toEqual([{ Items: [1, 2] }, { Items: [3] }]);
    expect(batches({ MaxItemsPerBatchPath: '$.half' }, [1, 2, 3])).toHaveLength(2);
  });
  it('adds BatchInput to each', () => {
    expect(batches({ MaxItemsPerBatch: 5, BatchInput: { 'n.$': '$.half' } }, [1])).toEqual([
      { BatchInput: { n: 2 }, Items: [1] },
    ]);
  });
  it('keeps a batch within its bytes unless a single item is larger', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 })),
        fc.integer({ min: 20, max: 120 }),
        (items, most) => {
          const output = batches({ MaxInputBytesPerBatch: most }, items) as readonly { Items: Json[] }[];
          expect(output.flatMap(({ Items }) => Items)).toEqual(items);
          for (const batch of output) {
            const bytes = new TextEncoder().encode(JSON.stringify(batch)).length;
            if (batch.Items.length > 1) expect(bytes).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
  it('counts the items of a failed batch', () => {
    const states = { No: { Type: 'Fail', Error: 'No' } };
    const fields = { ItemBatcher: { MaxItemsPerBatch: 2 }, ToleratedFailureCount: 3 };
    const run = play(distributed(fields, states), { input: [1, 2, 3, 4] }).mapRuns[0]?.describe();
    expect(run).toMatchObject({
      status: 'FAILED',
      itemCounts: { failed: 4 },
      executionCounts: { failed: 2 },
    });
  });
});

describe('ResultWriter', () => {
  const writer = (rest: object = {}): object => ({
    Label: 'L',
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Parameters: { Bucket: 'out', Prefix: 'runs' },
      ...rest,
    },
  });
  it('writes records by how children ended, and a manifest, and returns where', () => {
    const services = bucket({});
    const execution = play(distributed({ ...writer(), ToleratedFailureCount: 1 }, failing), {
      input: verdicts(true, false),
      services,
    });
    const [failed, succeeded, manifest] = services.puts as unknown as readonly {
      Key: string;
      Body: string;
    }[];
    const { mapRunArn = '' } = execution.mapRuns[0] ?? {};
    const folder = `runs/${mapRunArn.split(':').at(-1)}`;
    expect([failed?.Key, succeeded?.Key, manifest?.Key]).toEqual([
      `${folder}/FAILED_0.json`,
      `${folder}/SUCCEEDED_0.json`,
      `${folder}/manifest.json`,
    ]);
    expect(JSON.parse(succeeded?.Body ?? '')).toMatchObject([{ Status: 'SUCCEEDED', Output: '{"ok":true}' }]);
    expect(JSON.parse(manifest?.Body ?? '')).toMatchObject({
      DestinationBucket: 'out',
      MapRunArn: mapRunArn,
      ResultFiles: {
        PENDING: [],
        SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.json`, Size: succeeded?.Body.length }],
      },
    });
    expect(execution.output).toEqual({
      MapRunArn: mapRunArn,
      ResultWriterDetails: { Bucket: 'out', Key: `${folder}/manifest.json` },
    });
  });
  it('fails the Map when it cannot write', () => {
    const execution = play(distributed(writer()), {
      input: [1],
      services: () => ({ type: 'fail', error: 'S3.AccessDenied', cause: 'no' }),
    });
    expect(execution).toMatchObject({ error: 'States.ResultWriterFailed', cause: 'S3.AccessDenied: no' });
  });
  it('opens arrays for FLATTEN and writes lines for JSONL', () => {
    const WriterConfig = { Transformation: 'FLATTEN', OutputType: 'JSONL' };
    const services = bucket({});
    play(distributed(writer({ WriterConfig })), { input: [[1, 2], [3]], services });
    expect(services.puts[0]).toMatchObject({ Body: '1\n2\n3\n' });
  });
  it('shapes the output when nothing is exported', () => {
    const shape = (Transformation: string): Json | undefined =>
      play(distributed({ ResultWriter: { WriterConfig: { Transformation, OutputType: 'JSON' } } }), {
        input: [[1], [2]],
      }).output;
    expect(shape('COMPACT')).toEqual([[1], [2]]);
    expect(shape('FLATTEN')).toEqual([1, 2]);
    expect(shape('NONE')).toMatchObject([{ Output: '[1]', Status: 'SUCCEEDED' }, { Output: '[2]' }]);
  });
});

describe('A Map Run and its journal', () => {
  const states = {
    Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true, TimeoutSeconds: 30 },
  };
  const fields = { ...reader({ InputType: 'JSON' }), MaxConcurrency: 2, ToleratedFailurePercentage: 40 };
  const everything = ({ timeline }: Execution): unknown[] =>
    Array.from({ length: timeline.length }, (_, index) => timeline.event(index));

  it('give the same histories, of all executions, byte for byte', () => {
    const answer = fc.oneof(
      fc.record({ type: fc.constant('succeed' as const), output: fc.jsonValue() as fc.Arbitrary<Json> }),
      fc.record({ type: fc.constant('fail' as const), error: fc.string() }),
      fc.constant({ type: 'never' as const }),
    );
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 6 }), fc.nat(8), (answers, count) => {
        const items = JSON.stringify(Array.from({ length: count }, (_, index) => index));
        const objects = bucket({ items });
        let next = 0;
        const services: CallService = (call) =>
          call.resource.kind === 'service' && call.resource.service === 's3'
            ? objects(call)
            : (answers[next++ % answers.length] ?? { type: 'never' });
        const program = programOf(distributed(fields, states));
        const execution = createExecution(program, settingsOf(), {});
        void runToEnd(execution, services);
        const again = createExecution(program, settingsOf(), {});
        void runToEnd(again, fromJournal(again, execution.journal));
        expect(JSON.stringify(everything(again))).toBe(JSON.stringify(everything(execution)));
      }),
    );
  });
});

describe('Ten thousand items', () => {
  it('run in one Map Run', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => index);
    const execution = play(distributed(), { input: items });
    expect(execution.output).toEqual(items);
    expect(execution.mapRuns[0]?.describe().executionCounts).toMatchObject({
      succeeded: 10_000,
      total: 10_000,
    });
  });
});
