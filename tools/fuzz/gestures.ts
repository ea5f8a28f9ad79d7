import {
  ACTIONS,
  type Analysis,
  allStates,
  type Blueprint,
  copyStates,
  type EditIntent,
  fragmentText,
  type Json,
  PATTERNS,
  type StateNode,
  type StateType,
  type Transition,
} from '../../src/asl';
import type { Random } from './random';

const TYPES: readonly StateType[] = ['Task', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail', 'Parallel', 'Map'];
const NAMES = [
  'Charge',
  'a: b',
  '#x',
  'Yes',
  '1',
  'say "hi"',
  "it's",
  '{x}',
  'né\\',
  '- x',
  'States',
  '/~1',
  '${x}',
  'Ünïcode 🚢',
];
const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  3,
  '',
  '$.a.b',
  '{% $x + 1 %}',
  'text with "quotes" and \\',
  [],
  {},
  [1, 'two', { three: 3 }],
  { 'key.$': '$.x', deep: { er: [null, { est: true }] } },
];
const FIELDS: readonly string[] = [
  ...['Comment', 'InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'Arguments', 'Output', 'Assign'],
  ...[
    'ResultSelector',
    'Result',
    'Seconds',
    'TimeoutSeconds',
    'Resource',
    'Retry',
    'Catch',
    'MaxConcurrency',
  ],
  ...['Unknown field', 'x.$', '__proto__'],
];

/** Something a user may do on the canvas or in a form with what is there; whether it is allowed is another matter. */
export function randomIntent(random: Random, analysis: Analysis): EditIntent | undefined {
  const { graph, machine } = analysis;
  const states = graph.scopes.flatMap(({ nodes }) =>
    nodes.filter((node): node is StateNode => node.kind === 'state'),
  );
  const transitions = graph.scopes.flatMap((scope) => scope.transitions);
  if (states.length === 0 || transitions.length === 0) {
    return { type: 'addState', scope: random.pick(graph.scopes).path, blueprint: blueprint(random) };
  }
  const state = random.pick(states);
  const transition = random.pick(transitions);
  const several = () => {
    const there = states.filter(({ scope }) => scope === state.scope);
    return there.filter(({ path }) => path === state.path || random.chance(35)).map(({ path }) => path);
  };
  switch (random.below(15)) {
    case 0:
      return { type: 'renameState', state: state.path, name: random.pick(NAMES) };
    case 1:
      return { type: 'deleteState', state: state.path };
    case 2:
      return { type: 'retarget', transition: transition.id, to: target(random, states, transition) };
    case 3:
      return { type: 'insertState', on: transition.id, blueprint: blueprint(random) };
    case 4:
      return {
        type: 'addState',
        scope: transition.scope,
        blueprint: blueprint(random),
        ...(random.chance(60) ? { from: transition.id } : {}),
      };
    case 5:
      return { type: 'duplicateState', state: state.path };
    case 6: {
      const copied = copyStates({ parsed: analysis.parsed, machine }, several());
      const after = random.chance(80) ? { after: random.pick(states).path } : {};
      const text = copied && fragmentText(copied);
      return text === undefined ? undefined : { type: 'pasteStates', text, ...after };
    }
    case 7:
      return { type: 'duplicateStates', states: several() };
    case 8:
      return { type: 'deleteStates', states: several() };
    case 9:
      return { type: 'moveState', state: state.path, onto: transition.id, copy: random.chance(25) };
    case 10:
      return { type: 'wrapStates', states: several(), container: random.pick(['Parallel', 'Map']) };
    case 11:
      return { type: 'unwrapState', state: random.pick(states).path };
    case 12:
      return reordering(random, analysis);
    default:
      return setting(random, state);
  }
}

const target = (random: Random, states: readonly StateNode[], { scope }: Transition) => {
  const there = states.filter((each) => each.scope === scope);
  return there.length === 0 || random.chance(20) ? { end: scope } : { state: random.pick(there).path };
};

function blueprint(random: Random): Blueprint {
  const which = random.below(10);
  if (which < 6) return { kind: 'state', stateType: random.pick(TYPES) };
  if (which < 9) return { kind: 'action', action: random.pick(ACTIONS).id };
  return { kind: 'pattern', pattern: random.pick(PATTERNS).id };
}

function reordering(random: Random, { machine }: Analysis): EditIntent | undefined {
  const lists = allStates(machine).flatMap(({ path, definition }) => {
    if (definition.Type === 'Choice') return [{ list: `${path}/Choices`, length: definition.Choices.length }];
    if (definition.Type === 'Parallel')
      return [{ list: `${path}/Branches`, length: definition.Branches.length }];
    return [];
  });
  const long = lists.filter(({ length }) => length > 1);
  if (long.length === 0) return undefined;
  const { list, length } = random.pick(long);
  return { type: 'reorderItems', list, from: random.below(length), to: random.below(length) };
}

/** One field or several, of a state or the machine, written or taken away. */
function setting(random: Random, state: StateNode): EditIntent {
  const fields = Array.from({ length: 1 + random.below(3) }, () => ({
    name: random.pick(FIELDS),
    value: random.chance(25) ? undefined : random.pick(VALUES),
  }));
  const names = new Set<string>();
  const once = fields.filter(({ name }) => !names.has(name) && names.add(name));
  return { type: 'setFields', object: random.chance(10) ? '' : state.path, fields: once };
}
