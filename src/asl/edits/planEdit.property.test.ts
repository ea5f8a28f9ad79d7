import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditIntent } from '../edit.types';
import type { Transition } from '../graph';
import { buildGraph } from '../graphing/buildGraph';
import type { Json } from '../json';
import type { StateType } from '../model';
import { allScopes, allStates } from '../modelling/stateLookup';
import { isBroken } from '../parse/parseText';
import { nodeAtPointer } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { StatePath, TextFormat } from '../syntax';
import { planEdit } from './planEdit';
import type { EditSource } from './source';
import { arbitraryText } from './testing/arbitraryText';
import { edit, sourceOf } from './testing/edited';
import { modelAdd, modelDelete, modelLead, modelRename, objectOf } from './testing/modelEdit';
import { applyEdits, diffEdit } from './textEdits';

const TYPES: readonly StateType[] = ['Task', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail', 'Parallel', 'Map'];
const NAMES = ['Renamed', 'a: b', '#x', 'Yes', '1', 'say "hi"', "it's", '{x}', '__proto__ 2', 'né\\', '- x'];

const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
};
const jsonOf = ({ parsed }: EditSource): Json => (parsed.root ? toJson(parsed.root) : null);
const transitionsOf = (source: EditSource): readonly Transition[] =>
  buildGraph(source.machine).scopes.flatMap(({ transitions }) => transitions);
describe.each<TextFormat>(['json', 'yaml'])('edits of any definition in any handwriting: %s', (format) => {
  const typed = arbitraryText(format, { maxStates: 4, maxDepth: 1 });

  it('the handwriting says what it should', () => {
    fc.assert(
      fc.property(typed, ({ text, definition }) => {
        const source = sourceOf(text, format);
        expect(source.parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(sameJson(jsonOf(source), definition)).toBe(true);
      }),
    );
  });

  it('renaming is renaming in the model, keeps all comments, and never changes the shape of the graph', () => {
    fc.assert(
      fc.property(
        typed,
        fc.nat(),
        fc.constantFrom(...NAMES),
        ({ text, definition, comments }, which, name) => {
          const before = sourceOf(text, format);
          const state = at(allStates(before.machine), which);
          if (allStates(before.machine).some((other) => other.name === name)) return;
          const { text: after, select } = edit(
            text,
            { type: 'renameState', state: state.path, name },
            format,
          );
          const source = sourceOf(after, format);
          expect(jsonOf(source)).toEqual(modelRename(definition, state.path, name));
          expect(nodeAtPointer(source.parsed.root, select ?? '')).toBeDefined();
          for (const comment of comments) expect(after).toContain(comment);
          expect(transitionsOf(source)).toHaveLength(transitionsOf(before).length);
          const back = edit(
            after,
            { type: 'renameState', state: select ?? state.path, name: state.name },
            format,
          );
          expect(jsonOf(sourceOf(back.text, format))).toEqual(definition);
        },
      ),
    );
  });

  it('deleting is deleting in the model, and leaves no dangling name', () => {
    fc.assert(
      fc.property(typed, fc.nat(), ({ text, definition }, which) => {
        const before = sourceOf(text, format);
        const state = at(allStates(before.machine), which);
        const { text: after } = edit(text, { type: 'deleteState', state: state.path }, format);
        const source = sourceOf(after, format);
        expect(jsonOf(source)).toEqual(modelDelete(definition, state.path));
        const nodes = buildGraph(source.machine).scopes.flatMap((scope) => scope.nodes);
        expect(nodes.filter(({ kind }) => kind === 'missing')).toEqual([]);
      }),
    );
  });

  it('leading somewhere else is that in the model, and keeps all comments', () => {
    fc.assert(
      fc.property(typed, fc.nat(), fc.nat(), ({ text, definition, comments }, which, where) => {
        const before = sourceOf(text, format);
        const transition = at(transitionsOf(before), which);
        const states = allStates(before.machine).filter(({ scope }) => scope === transition.scope);
        const target = where % 4 === 0 ? undefined : at(states, where);
        const intent: EditIntent = {
          type: 'retarget',
          transition: transition.id,
          to: target ? { state: target.path } : { end: transition.scope },
        };
        const plan = planEdit(before, intent);
        if (!plan.ok) {
          expect(plan.reason).toMatch(/has to lead to a state|ends the execution/);
          return;
        }
        const after = edit(text, intent, format).text;
        expect(jsonOf(sourceOf(after, format))).toEqual(modelLead(definition, transition.id, target?.name));
        for (const comment of comments) expect(after).toContain(comment);
      }),
    );
  });

  it('inserting puts the state between source and old target, keeps all comments, and deleting it undoes it', () => {
    fc.assert(
      fc.property(
        typed,
        fc.nat(),
        fc.constantFrom(...TYPES),
        ({ text, definition, comments }, which, stateType) => {
          const before = sourceOf(text, format);
          const open = transitionsOf(before).filter(({ id }) => {
            const plan = planEdit(before, {
              type: 'insertState',
              on: id,
              blueprint: { kind: 'state', stateType },
            });
            return plan.ok || !/ends the execution/.test(plan.reason);
          });
          if (open.length === 0) return;
          const on = at(open, which);
          const { text: after, select = '' as StatePath } = edit(
            text,
            { type: 'insertState', on: on.id, blueprint: { kind: 'state', stateType } },
            format,
          );
          const source = sourceOf(after, format);
          for (const comment of comments) expect(after).toContain(comment);

          const written = nodeAtPointer(source.parsed.root, select);
          const state = written ? toJson(written) : null;
          expect(objectOf(state)).toMatchObject({ Type: stateType });
          const leading = transitionsOf(source).filter(({ to }) => (to as string) === select);
          expect(leading.map(({ from }) => from)).toEqual([on.from]);
          if (stateType === 'Choice' && on.kind.type === 'end') return;

          const name = select.slice(select.lastIndexOf('/') + 1);
          expect(jsonOf(source)).toEqual(modelAdd(modelLead(definition, on.id, name), select, state));
          if (stateType === 'Succeed' || stateType === 'Fail') return;
          const onward = transitionsOf(source).filter(({ from }) => (from as string) === select);
          expect(new Set(onward.map(({ to }) => to))).toEqual(new Set([on.to]));
          const back = edit(after, { type: 'deleteState', state: select }, format).text;
          expect(jsonOf(sourceOf(back, format))).toEqual(definition);
          // A name may be spelled in another way than it was (YAML); nothing else may differ.
          for (const { range } of diffEdit(text, back)) {
            expect(format).toBe('yaml');
            expect(range.start).toBeGreaterThanOrEqual(on.targetRange?.start ?? text.length);
            expect(range.end).toBeLessThanOrEqual(on.targetRange?.end ?? 0);
          }
        },
      ),
    );
  });

  it('adding leads nowhere and keeps all comments', () => {
    fc.assert(
      fc.property(
        typed,
        fc.nat(),
        fc.constantFrom(...TYPES),
        ({ text, definition, comments }, which, stateType) => {
          const { machine } = sourceOf(text, format);
          const { path: scope } = at(allScopes(machine), which);
          const { text: after, select = '' as StatePath } = edit(
            text,
            { type: 'addState', scope, blueprint: { kind: 'state', stateType } },
            format,
          );
          const source = sourceOf(after, format);
          for (const comment of comments) expect(after).toContain(comment);
          expect(transitionsOf(source).filter(({ to }) => (to as string) === select)).toEqual([]);
          if (stateType === 'Choice') return;
          const written = nodeAtPointer(source.parsed.root, select);
          expect(jsonOf(source)).toEqual(modelAdd(definition, select, written ? toJson(written) : null));
        },
      ),
    );
  });

  it('any sequence of edits leaves a text without errors, down to an empty machine and up again', () => {
    const steps = fc.array(fc.record({ kind: fc.nat({ max: 9 }), which: fc.nat(), where: fc.nat() }), {
      minLength: 5,
      maxLength: 25,
    });
    fc.assert(
      fc.property(typed, steps, ({ text }, steps) => {
        let current = text;
        for (const step of steps) {
          const source = sourceOf(current, format);
          const intent = randomIntent(source, step);
          const plan = planEdit(source, intent);
          if (!plan.ok) {
            expect(plan.reason).toMatch(
              /has to lead to a state|ends the execution|is a Choice|There is a state/,
            );
            continue;
          }
          current = applyEdits(current, plan.edits);
          expect(isBroken(sourceOf(current, format).parsed)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

interface Step {
  readonly kind: number;
  readonly which: number;
  readonly where: number;
}

function randomIntent(source: EditSource, { kind, which, where }: Step): EditIntent {
  const states = allStates(source.machine);
  const scopes = allScopes(source.machine);
  const transitions = transitionsOf(source);
  const stateType = at(TYPES, where);
  if (states.length === 0 || transitions.length === 0 || kind === 0) {
    return { type: 'addState', scope: at(scopes, which).path, blueprint: { kind: 'state', stateType } };
  }
  const state = at(states, which).path;
  const transition = at(transitions, which);
  if (kind < 4) return { type: 'deleteState', state };
  if (kind === 4) return { type: 'renameState', state, name: at(NAMES, where) };
  if (kind < 8) return { type: 'insertState', on: transition.id, blueprint: { kind: 'state', stateType } };
  const inScope = states.filter(({ scope }) => scope === transition.scope);
  const target = inScope.length > 0 && kind === 8 ? at(inScope, where) : undefined;
  return {
    type: 'retarget',
    transition: transition.id,
    to: target ? { state: target.path } : { end: transition.scope },
  };
}
