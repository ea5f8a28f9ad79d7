import type { EditIntent, EditResult, KnownMachineText } from '../edit.types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { QueryLanguage, State, StateMachine, TaskState } from '../model';
import { buildModel } from '../modelling/buildModel';
import { findState } from '../modelling/stateLookup';
import { isBroken, parseText } from '../parse/parseText';
import { setOwn, toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import { Draft } from './draft';
import { type Fragment, renameFragment } from './fragment';
import { nameSource } from './names';
import { inSequence } from './sequence';
import { type EditSource, GONE, no } from './source';
import { unwrapState } from './unwrapState';

/**
 * Puts what a Parallel of one branch holds in its place, or the states of the machine that a Task starts and waits for.
 * What the Task did with the machine's output, and its Retry and Catch, a Parallel around them does.
 */
export function inlineState(
  source: EditSource,
  { state: path, machines = [] }: Extract<EditIntent, { type: 'inlineState' }>,
): EditResult {
  const state = findState(source.machine, path);
  if (!state?.node) return no(GONE);
  const { definition, name } = state;
  switch (definition.Type) {
    case 'Parallel': {
      const reason = keptByParallel(state);
      return reason === undefined
        ? renamed(unwrapState(source, { type: 'unwrapState', state: path }), `Inline “${name}”`)
        : no(reason);
    }
    case 'Map':
      return no(
        `“${name}” does its states once for each item: without it they would run once, on the whole list.`,
      );
    case 'Task':
      return inlineTask(source, state, definition, machineOf(definition, machines));
    default:
      return no(
        `“${name}” holds no states. Choose a Parallel of one branch, or a Task that starts a state machine.`,
      );
  }
}

const renamed = (plan: EditResult, label: string): EditResult => (plan.ok ? { ...plan, label } : plan);

const HARMLESS: ReadonlySet<string> = new Set([
  'Type',
  'Comment',
  'QueryLanguage',
  'Branches',
  'Next',
  'End',
]);

/** What would be lost without the Parallel; undefined: nothing. */
function keptByParallel({ node, name, definition }: State): string | undefined {
  if (definition.Type !== 'Parallel' || !node) return undefined;
  if (definition.Branches.length !== 1)
    return `“${name}” has ${definition.Branches.length} branches, which run side by side. Only a single one can be put in its place.`;
  const fields = toJson(node);
  if (!isJsonObject(fields)) return undefined;
  const unpacks = fields.OutputPath === '$[0]' || fields.Output === '{% $states.result[0] %}';
  const extra = Object.keys(fields).find(
    (field) => !HARMLESS.has(field) && !(unpacks && (field === 'OutputPath' || field === 'Output')),
  );
  if (extra !== undefined) return `“${name}” has ${extra}, which its states would lose. Take it away first.`;
  const onward = definition.Next;
  if (!unpacks && onward !== undefined)
    return `“${onward}” gets a list with the one result of “${name}”, and would get the result itself. Unpack it first, by an OutputPath of $[0] or its like.`;
  return undefined;
}

/** The machine whose ARN the Task names; an alias or a version of it counts as the machine. */
function machineOf(
  { Arguments, Parameters }: TaskState,
  machines: readonly KnownMachineText[],
): KnownMachineText | undefined {
  const arn = memberOf(Arguments ?? Parameters, 'StateMachineArn');
  if (typeof arn !== 'string') return undefined;
  const name = arn.split(':')[6] ?? arn;
  return machines.find((each) => each.name === name);
}

function inlineTask(
  source: EditSource,
  state: State,
  definition: TaskState,
  child: KnownMachineText | undefined,
): EditResult {
  if (!/:states:startExecution\.sync(:2)?$/.test(definition.Resource ?? ''))
    return no(
      `“${state.name}” starts no state machine that it waits for: only startExecution.sync can be inlined.`,
    );
  if (!child)
    return no(
      `The machine that “${state.name}” starts is not known. Add its definition in the Services pane first.`,
    );
  const parsed = parseText(child.text);
  const machine = buildModel(parsed);
  const start = machine.states.find(({ name }) => name === machine.StartAt);
  if (isBroken(parsed) || !start)
    return no(`The definition of “${child.name}” cannot be read, or does not start anywhere.`);
  const language = source.machine.QueryLanguage ?? 'JSONPath';
  const own = machine.QueryLanguage ?? 'JSONPath';
  if (language === 'JSONata' && own === 'JSONPath')
    return no(
      `“${child.name}” is in JSONPath, which a machine in JSONata cannot hold. Convert it to JSONata first.`,
    );
  const fragment = fragmentOf(machine, own === language ? undefined : own);
  if (!fragment) return no(`The definition of “${child.name}” has states that are no objects.`);
  const names = nameSource(source.machine);
  const renamedStates = renameFragment(fragment, names);
  const entry = [...renamedStates.keys()][[...fragment.keys()].indexOf(start.name)];
  const flow = taskFlow(state, definition);
  if (typeof flow === 'string') return no(flow);
  if (entry === undefined) return no(GONE);
  const wanted = inputState(state, definition, entry);
  const first = wanted === undefined ? entry : names(`Input of ${child.name}`.slice(0, 70));
  const States: Record<string, Json> = {};
  if (wanted !== undefined) setOwn(States, first, wanted);
  for (const [name, value] of renamedStates) setOwn(States, name, value);
  const parallel: JsonObject = { Type: 'Parallel', Branches: [{ StartAt: first, States }], ...flow.fields };
  const label = `Inline “${state.name}”`;
  const wrap = ({ parsed: text }: EditSource): EditResult => {
    const draft = new Draft(text);
    draft.setValue(state.path, parallel);
    return draft.finish(label, state.path);
  };
  const unwrap = (now: EditSource) => unwrapState(now, { type: 'unwrapState', state: state.path });
  return inSequence(source, flow.plain ? [wrap, unwrap] : [wrap], label);
}

/** The machine's states; they name their language where the machine they come to has another. */
function fragmentOf(machine: StateMachine, language: QueryLanguage | undefined): Fragment | undefined {
  const states = new Map<string, JsonObject>();
  for (const { name, node } of machine.states) {
    const value = node ? toJson(node) : null;
    if (!isJsonObject(value)) return undefined;
    states.set(name, language === undefined ? value : withLanguage(value, language));
  }
  return states;
}

function withLanguage(state: JsonObject, language: QueryLanguage): JsonObject {
  const inside = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isJsonObject(value) || !isJsonObject(value.States)) return value;
    const States: Record<string, Json> = {};
    for (const [name, each] of Object.entries(value.States))
      setOwn(States, name, isJsonObject(each) ? withLanguage(each, language) : each);
    return { ...value, States };
  };
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(state)) {
    const holds = key === 'Branches' || key === 'ItemProcessor' || key === 'Iterator';
    setOwn(result, key, holds ? inside(value) : value);
  }
  return state.QueryLanguage === undefined ? { ...result, QueryLanguage: language } : result;
}

interface TaskFlow {
  /** What the Parallel has of the Task. */
  readonly fields: JsonObject;
  /** Nothing is left for a Parallel to do. */
  readonly plain: boolean;
}

const CARRIED = [
  'Comment',
  'QueryLanguage',
  'ResultPath',
  'OutputPath',
  'Assign',
  'Retry',
  'Catch',
  'Next',
  'End',
];

/** What becomes of the machine's output; a text says why it cannot be told. */
function taskFlow(state: State, definition: TaskState): TaskFlow | string {
  const fields = state.node ? toJson(state.node) : {};
  if (!isJsonObject(fields)) return GONE;
  const carried: Record<string, Json> = {};
  for (const name of CARRIED) {
    const value = fields[name];
    if (value !== undefined) setOwn(carried, name, value);
  }
  const parsesOutput = /\.sync:2$/.test(definition.Resource ?? '');
  if (!parsesOutput)
    return `“${state.name}” gets the output as a text (sync without :2), and states inside would give the value.`;
  const handles = ['Retry', 'Catch', 'Assign'].some((name) => fields[name] !== undefined);
  const onlyOutput =
    state.queryLanguage === 'JSONata'
      ? fields.Output === '{% $states.result.Output %}'
      : fields.OutputPath === '$.Output' && fields.ResultPath === undefined;
  if (fields.ResultSelector === undefined && onlyOutput && !handles) {
    delete carried.OutputPath;
    return { fields: carried, plain: true };
  }
  if (state.queryLanguage === 'JSONata') {
    const { Output, Assign } = fields;
    const rewritten = rewrite({ Output: Output ?? null, Assign: Assign ?? null });
    if (Output === undefined || rewritten === undefined || !isJsonObject(rewritten))
      return `“${state.name}” uses more of the execution than its output, such as its ARN. States inside have none.`;
    return {
      fields: {
        ...carried,
        Output: rewritten.Output ?? null,
        ...(Assign === undefined ? {} : { Assign: rewritten.Assign ?? null }),
      },
      plain: false,
    };
  }
  const selector = fields.ResultSelector;
  if (selector !== undefined && !sameJson(selector, { 'Output.$': '$.Output' }))
    return `“${state.name}” has a ResultSelector that reads from the execution. Take it away first.`;
  if (fields.Assign !== undefined)
    return `“${state.name}” assigns variables from the execution. Take Assign away first.`;
  return { fields: { ...carried, ResultSelector: { 'Output.$': '$[0]' } }, plain: false };
}

/** Expressions about a Parallel's one result in place of an execution's output; undefined when they read more of it. */
function rewrite(value: Json): Json | undefined {
  const text = JSON.stringify(value).replaceAll('$states.result.Output', '$states.result[0]');
  if (/\$states\.result(?!\[0\])/.test(text)) return undefined;
  const read: Json = JSON.parse(text);
  return read;
}

/** The state that makes the machine's input; undefined when that is what the Task gets. */
function inputState(state: State, definition: TaskState, entry: string): JsonObject | undefined {
  const own: JsonObject =
    definition.QueryLanguage === undefined ? {} : { QueryLanguage: definition.QueryLanguage };
  if (state.queryLanguage === 'JSONata') {
    const input = isJsonObject(definition.Arguments ?? null)
      ? memberOf(definition.Arguments, 'Input')
      : undefined;
    if (input === '{% $states.input %}') return undefined;
    return { Type: 'Pass', ...own, Output: input ?? {}, Next: entry };
  }
  const { InputPath, Parameters } = definition;
  const path = memberOf(Parameters, 'Input.$');
  const from: JsonObject = InputPath === undefined ? {} : { InputPath };
  if (path === '$' && (InputPath === undefined || InputPath === '$')) return undefined;
  const input: JsonObject =
    path === undefined ? { input: memberOf(Parameters, 'Input') ?? {} } : { 'input.$': path };
  return { Type: 'Pass', ...own, ...from, Parameters: input, OutputPath: '$.input', Next: entry };
}

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  value !== undefined && isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
