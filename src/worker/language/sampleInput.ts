import {
  childScopes,
  type Scope,
  type State,
  type StateDefinition,
  type StateMachine,
  toJson,
} from '../../asl';
import { referencesOf, stepsOf } from './sampleReferences';
import { type SampleStep, SampleTree } from './sampleTree';

/**
 * An example input that the first states of a definition can read, as formatted JSON text: every place they
 * read, with a value that fits a comparison or the field's name. Walks from StartAt for as long as a state
 * still sees the execution's input; what a state before it has put there is not asked for.
 */
export function sampleInput(machine: StateMachine): string {
  const tree = new SampleTree();
  walkScope(machine, tree, []);
  return JSON.stringify(tree.isEmpty ? {} : tree.toJson(''), null, 2);
}

function walkScope(scope: Scope, tree: SampleTree, produced: readonly string[]): void {
  const byName = new Map(scope.states.map((state) => [state.name, state]));
  const seen = new Set<string>();
  const queue: { readonly name: string; readonly produced: readonly string[] }[] = [];
  if (scope.StartAt !== undefined) queue.push({ name: scope.StartAt, produced });
  for (let next = queue.shift(); next; next = queue.shift()) {
    const state = byName.get(next.name);
    if (!state || seen.has(next.name)) continue;
    seen.add(next.name);
    readState(state, tree, next.produced);
    const after = whatFollows(state, next.produced);
    if (after) for (const name of targetsOf(state.definition)) queue.push({ name, produced: after });
  }
}

function readState(state: State, tree: SampleTree, produced: readonly string[]): void {
  const { definition } = state;
  const inputPath = 'InputPath' in definition ? definition.InputPath : undefined;
  if (inputPath === null) return;
  const base = stepsOf(inputPath ?? '$');
  if (isProduced(base, produced)) return;
  const own = tree.at(base);
  const read = state.node ? referencesOf(toJson(state.node)) : [];
  for (const { path, value } of read) {
    if (path.length === 0 || (base.length === 0 && isProduced(path, produced))) continue;
    const place = own.at(path);
    if (value !== undefined) place.suggest(value);
  }
  if (definition.Type === 'Map') readItems(state, own, produced);
  if (
    definition.Type === 'Parallel' &&
    definition.Parameters === undefined &&
    definition.Arguments === undefined
  ) {
    for (const branch of childScopes(state)) walkScope(branch, own, base.length === 0 ? produced : []);
  }
}

/** The items are what the first state of the processor reads, when nothing stands between. */
function readItems(state: State, input: SampleTree, produced: readonly string[]): void {
  const { definition } = state;
  if (definition.Type !== 'Map' || definition.ItemReader !== undefined) return;
  if (definition.Items !== undefined || isProduced(stepsOf(definition.ItemsPath ?? '$'), produced)) return;
  const element = input.at(stepsOf(definition.ItemsPath ?? '$')).elementTree();
  const selects = definition.ItemSelector !== undefined || definition.Parameters !== undefined;
  if (definition.Processor && !selects) walkScope(definition.Processor, element, []);
}

/** The members produced by now; undefined when the next state no longer sees the input. */
function whatFollows(state: State, produced: readonly string[]): readonly string[] | undefined {
  const { definition } = state;
  if ('InputPath' in definition && definition.InputPath !== undefined && definition.InputPath !== '$')
    return undefined;
  if ('OutputPath' in definition && definition.OutputPath !== undefined && definition.OutputPath !== '$')
    return undefined;
  if ('Output' in definition && definition.Output !== undefined) return undefined;
  const works = definition.Type === 'Task' || definition.Type === 'Map' || definition.Type === 'Parallel';
  if (state.queryLanguage === 'JSONata') return works ? undefined : produced;
  if (!('ResultPath' in definition) || definition.ResultPath === undefined) {
    const makes =
      works ||
      (definition.Type === 'Pass' &&
        (definition.Result !== undefined || definition.Parameters !== undefined));
    return makes ? undefined : produced;
  }
  if (definition.ResultPath === null) return produced;
  const [first] = stepsOf(definition.ResultPath);
  return first === undefined || first === 'element' ? undefined : [...produced, first.member];
}

const isProduced = (path: readonly SampleStep[], produced: readonly string[]): boolean => {
  const [first] = path;
  return first !== undefined && first !== 'element' && produced.includes(first.member);
};

function targetsOf(definition: StateDefinition): readonly string[] {
  const targets: (string | undefined)[] = [];
  if (definition.Type === 'Choice') {
    targets.push(...definition.Choices.map((rule) => rule.Next), definition.Default);
  } else if ('Next' in definition) {
    targets.push(definition.Next);
  }
  return targets.filter((target) => target !== undefined);
}
