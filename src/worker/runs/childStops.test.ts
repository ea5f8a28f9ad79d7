import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { stubAnswer } from '../../services';
import type { Breakpoint, MachineStops } from '../breakpoint.types';
import type { Speed } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { slowBench } from '../testing/slowBench';
import { alone, end, LAMBDA, LONG, machine, QUICK, REQUEST, starting } from '../testing/startingRuns';
import { type Move, walker } from '../testing/walker';

const RUN = 'run';
const at = (state: string, part: Partial<Breakpoint> = {}): Breakpoint =>
  ({ id: 1, enabled: true, kind: 'entry', state: state as StatePath, ...part }) as Breakpoint;
const inside = (definition: object, ...breakpoints: readonly Breakpoint[]): MachineStops => ({
  text: JSON.stringify(definition),
  breakpoints,
});
/** Where it stands each time, on its way to the end: how deep, and at which state. */
async function standings(on: ReturnType<typeof walker>, first: boolean, move: Move = 'continue') {
  const seen: string[] = [];
  for (let goesOn = first; goesOn; goesOn = await on.move(move)) {
    const { at: state = '', reason = '' } = await on.look();
    seen.push(`${on.way.length} ${state.split('/').at(-1)}${reason === '' ? '' : `: ${reason}`}`);
  }
  return seen;
}

describe('Breakpoints in what Tasks start', () => {
  it('stop a run that was not stepped into any, at each', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice'))]);
    const twice = '1 Twice: Paused before Twice: breakpoint';
    expect(await standings(on, await on.start(false))).toEqual([twice, twice]);
  });
  it('stop it in what those have started, whatever way it came there', async () => {
    const on = walker(REQUEST, [inside(QUICK, at('/States/Then'))]);
    const then = 'Then: Paused before Then: breakpoint';
    expect(await standings(on, await on.start(false))).toEqual([
      `2 ${then}`,
      `2 ${then}`,
      `1 ${then}`,
      `1 ${then}`,
    ]);
  });
  it('say of the run why it stands, and stop it on steps over their Task', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice'))]);
    await on.start(true);
    const reasons: string[] = [];
    on.client.subscribe((news) => {
      if (news.type === 'progress' && news.batch.run === RUN && news.batch.reason !== undefined)
        reasons.push(news.batch.reason);
    });
    await on.move('over');
    expect(on.way).toHaveLength(1);
    expect(reasons.at(-1)).toBe(
      'Paused in Wait for it: a breakpoint stopped its child execution of “long”. Step into goes there again, Step over leaves it',
    );
  });
  it('let those be that do not come to one, in silence', async () => {
    const never = at('/States/Twice', { condition: '$.items[0] == 7' });
    const off = at('/States/Now', { enabled: false });
    const on = walker(REQUEST, [inside(LONG, never), inside(QUICK, off)]);
    const news: string[] = [];
    on.client.subscribe(({ type }) => news.push(type));
    expect(await on.start(false)).toBe(false);
    expect(new Set(news)).toEqual(new Set(['progress']));
  });
  it('count their hits in each execution', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice/ItemProcessor/States/One', { hits: 2 }))]);
    const seen = await standings(on, await on.start(false));
    const second = '1 One: Paused before One: breakpoint (item 1), hit 2';
    expect(seen).toEqual([second, second]);
  });
  it('stop it again after a reload, and count on from there', async () => {
    const on = walker(REQUEST, [
      inside(LONG, at('/States/Twice/ItemProcessor/States/One'), at('/States/Deeper', { id: 2 })),
    ]);
    await on.start(false);
    await on.move('reload');
    expect(await on.look()).toMatchObject({ at: '/States/Deeper' });
    expect(on.way).toHaveLength(1);
    const items = ['(item 0)', '(item 1)'].map((item) => `1 One: Paused before One: breakpoint ${item}`);
    await on.move('continue');
    const seen = await standings(on, true);
    expect(seen.slice(0, 2)).toEqual(items);
    expect(seen).toHaveLength(5);
  });
  it('stop it where they are told to while it goes on', async () => {
    const on = walker(REQUEST, []);
    await on.start(true);
    await on.client.stopInside([inside(LONG, at('/States/Twice'))]);
    await on.move('continue');
    expect(await on.look()).toMatchObject({ at: '/States/Twice' });
    await on.client.stopInside([inside(LONG, at('/States/Twice/ItemProcessor/States/One'))]);
    await on.move('continue');
    expect(await on.look()).toMatchObject({ at: '/States/Twice/ItemProcessor/States/One' });
    await on.client.stopInside([]);
    expect(await on.move('continue')).toBe(false);
  });
  it('do not stop it in one that a step has left', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice'))]);
    await on.start(true);
    while (on.way.length === 0) await on.move('into');
    const [left] = on.way;
    await on.client.of(RUN).step('over');
    await on.rests();
    const [next] = on.way;
    expect(await on.look()).toMatchObject({ at: '/States/Twice' });
    expect(next).not.toBe(left);
    expect(await on.move('continue')).toBe(false);
  });
  it('change no history, in whatever pattern and however often the page is reloaded', async () => {
    const plain = walker(REQUEST);
    await plain.start(false);
    const histories = await plain.histories();
    const stops = [
      inside(
        LONG,
        at('/States/Twice', { hits: 1 }),
        at('/States/Twice/ItemProcessor/States/One', { id: 2, kind: 'exit' }),
      ),
      inside(QUICK, at('/States/Then', { id: 3, condition: '$.items[0] == 1' })),
    ];
    const move = fc.constantFrom<Move>('into', 'over', 'out', 'exit', 'continue', 'continue', 'reload');
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { maxLength: 20 }),
        fc.boolean(),
        fc.constantFrom<Speed>('instant', 100_000),
        async (moves, paused, speed) => {
          const on = walker(REQUEST, stops);
          let goesOn = await on.start(paused, speed);
          for (const each of moves) {
            if (!goesOn) break;
            goesOn = await on.move(each);
          }
          while (goesOn) goesOn = await on.move('continue');
          expect(await on.histories()).toEqual(histories);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  const slowly = async () => {
    const on = slowBench();
    const definition = alone('Slow', { type: 'Task', Type: 'Task', Resource: LAMBDA, End: true });
    const machines = [machine('slow', definition)];
    await on.client.stopInside([inside(definition, at('/States/Slow', { kind: 'exit' }))]);
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'slow', end)));
    await on.client.start({ ...REQUEST, text, machines }, 'instant', false, { breakpoints: [] });
    await on.until(() => on.last.get(RUN)?.at === '/States/Start');
    return on;
  };
  it('stop it in one that takes its time, once that is there; Pause and Stop do not wait for it', async () => {
    const { client, last, until, way, answer, ended } = await slowly();
    await turns(5);
    expect(last.get(RUN)?.control).toBe('running');
    await client.of(RUN).pause();
    await until(() => last.get(RUN)?.control === 'paused');
    answer();
    await turns(10);
    expect(way).toEqual([]);
    await client.of(RUN).continue();
    await until(() => way.length === 1);
    await until(() => last.get(RUN)?.control === 'paused');
    expect(await client.showChild(RUN, way[0] ?? '')).toMatchObject({
      control: 'paused',
      at: '/States/Slow',
    });
    await client.of(way[0] ?? '').continue();
    await ended(RUN);
    const other = await slowly();
    await other.client.of(RUN).stop();
    await other.ended(RUN);
    other.answer();
    await turns(10);
    expect(other.way).toEqual([]);
  });
  it('are looked for in slices: Pause gets in, and the search goes on from there', async () => {
    const on = keptBench(new MemoryRuns(), stubAnswer, 3);
    const way: string[] = [];
    on.client.subscribe((news) => {
      if (news.type === 'steppedInto') way.push(news.execution);
    });
    const looping = { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } };
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'loop', end)));
    await on.client.stopInside([inside(looping, at('/States/Again', { hits: 3000 }))]);
    const machines = [machine('loop', looping)];
    await on.client.start({ ...REQUEST, text, machines }, 'instant', false, { breakpoints: [] });
    await turns(3);
    await on.client.of(RUN).pause();
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    await turns(20);
    expect(way).toEqual([]);
    await on.client.of(RUN).continue();
    await on.until(() => way.length === 1 && on.last.get(RUN)?.control === 'paused');
    const child = await on.client.showChild(RUN, way[0] ?? '');
    expect(child).toMatchObject({ control: 'paused', transitions: 3000 });
    await on.client.of(RUN).stop();
    await on.ended(RUN);
  });
});
