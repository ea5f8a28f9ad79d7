import type { Json, State } from '../../asl';
import { Failure } from '../data/failure';
import { saysOutOfTime } from '../data/jsonata/jsonataError';
import { JSONATA } from '../language/jsonata/jsonata';
import { JSON_PATH } from '../language/jsonPath/jsonPath';
import type { Field, OutcomeFlow } from '../language/language.types';
import { type OutsideScope, sentenceOf } from '../outside';
import type { Stage, StageName, ValuePath, VisitRecord } from './dataFlow.types';
import { DetachedVisit } from './detachedVisit';
import { flowWithout } from './flowWithout';
import { catcherOf, type Outcome, outcomeFields, type RuleTaken } from './outcome';
import { agreeBackwards } from './recorded';
import { stageNames } from './stageNames';

/** What a visit could read when it was entered, and when it ended. */
export interface VisitScopes {
  readonly entry: OutsideScope;
  readonly exit: OutsideScope;
  /** The context object while an item's input is selected. */
  readonly selecting: (index: number, item: Json) => OutsideScope;
  /** Milliseconds that are left for all expressions together; absent: each may take as long as AWS lets it. */
  readonly left?: () => number;
}

/** Items whose ItemSelector is evaluated to be looked at. */
const MOST_SELECTED = 2_000;

/**
 * What each stage of a visit held, in order, made from what was recorded of it by the fields as the engine compiles
 * them. A field's value is what the state gives without the fields after it. What failed ends the list's values. What
 * there is no time for is not known, which is no failure of the visit.
 */
export async function visitStages(
  state: State,
  record: VisitRecord,
  scopes: VisitScopes,
): Promise<readonly Stage[]> {
  const values = new Known([['input', record.input]]);
  await before(state, record, scopes, values);
  const rule = await ruleOf(state, record, scopes);
  const outcome: Outcome = { rule, catcher: record.caught && catcherOf(state, record.caught) };
  await after(state, record, scopes, values, outcome);
  return agreeBackwards(inOrder(state, record, values, outcome), record);
}

/** What stages held, but for those whose expressions there was no time for. */
class Known extends Map<StageName, Json | Failure> {
  override set(name: StageName, value: Json | Failure): this {
    return isGivenUp(value) ? this : super.set(name, value);
  }
}

const isGivenUp = (value: Json | Failure): boolean => value instanceof Failure && saysOutOfTime(value.cause);

type Values = Map<StageName, Json | Failure>;

const languageOf = (state: State) => (state.queryLanguage === 'JSONata' ? JSONATA : JSON_PATH);

/** As far as the state's work. */
async function before(state: State, record: VisitRecord, scopes: VisitScopes, values: Values): Promise<void> {
  const { definition } = state;
  const language = languageOf(state);
  const evaluate = <T>(field: Field<T>) => new DetachedVisit(scopes.entry, scopes.left).evaluate(field);
  if (state.queryLanguage === 'JSONata') {
    if (definition.Type === 'Task' || definition.Type === 'Parallel')
      values.set('arguments', record.sent ?? (await evaluate(language.flow(state).payload)));
  } else {
    values.set('inputPath', await evaluate(flowWithout(state, ['Parameters']).payload));
    if (definition.Type !== 'Map')
      values.set('parameters', record.sent ?? (await evaluate(language.flow(state).payload)));
  }
  if (definition.Type !== 'Map' || definition.ItemReader !== undefined) return;
  const { payload } = language.flow(state);
  const itemsOf = language.items(definition);
  const items = await evaluate((visit) => {
    const effective = payload(visit);
    return effective instanceof Failure ? effective : itemsOf(visit);
  });
  values.set('items', items);
  const select = language.itemSelector(definition);
  if (items instanceof Failure) return;
  if (select === undefined) return void values.set('itemSelector', items);
  const selected: Json[] = [];
  for (const [index, item] of items.slice(0, MOST_SELECTED).entries()) {
    const input = await new DetachedVisit(scopes.selecting(index, item), scopes.left).evaluate((visit) => {
      payload(visit);
      return select(visit);
    });
    if (input instanceof Failure) return void values.set('itemSelector', input);
    selected.push(input);
  }
  values.set('itemSelector', selected);
}

/** From the state's work on. */
async function after(
  state: State,
  record: VisitRecord,
  scopes: VisitScopes,
  values: Values,
  { rule, catcher }: Outcome,
): Promise<void> {
  const work = workOf(state, record, values);
  if (work !== undefined && givesResult(state)) values.set('result', work);
  const visit = new DetachedVisit(scopes.exit, scopes.left);
  if (record.caught !== undefined) values.set('errorOutput', record.caught);
  if (record.caught !== undefined && catcher !== undefined) {
    const taken = catchers(state)[catcher];
    if (taken) await outcome(languageOf(state).catcherFlow(taken, catcher), record.caught, visit, values);
    return;
  }
  const { definition } = state;
  if (work === undefined || work instanceof Failure || definition.Type === 'Fail') return;
  const language = languageOf(state);
  const own = language.flow(state);
  if (state.queryLanguage !== 'JSONata') {
    const upTo = (...dropped: readonly string[]) =>
      visit.evaluate((each) => flowWithout(state, dropped).output(each, work));
    values.set('resultSelector', await upTo('ResultPath', 'OutputPath'));
    values.set('resultPath', await upTo('OutputPath'));
  }
  const flow =
    definition.Type === 'Choice' && typeof rule === 'number' ? language.ruleFlow(definition, rule, own) : own;
  await outcome(flow, work, visit, values);
}

async function outcome(
  { output, assign }: OutcomeFlow,
  value: Json,
  visit: DetachedVisit,
  values: Values,
): Promise<void> {
  values.set('output', await visit.evaluate((each) => output(each, value)));
  if (assign) values.set('assign', await visit.evaluate((each) => assign(each, value)));
}

/** What the state's work gave: recorded, written in the definition, or what it got. */
function workOf(state: State, { input, result }: VisitRecord, values: Values): Json | Failure | undefined {
  const { definition } = state;
  switch (definition.Type) {
    case 'Task':
    case 'Parallel':
    case 'Map':
      return result;
    case 'Pass':
      return definition.Result ?? values.get('parameters') ?? input;
    default:
      return values.get('inputPath') ?? input;
  }
}

const givesResult = ({ definition }: State): boolean =>
  definition.Type === 'Task' ||
  definition.Type === 'Parallel' ||
  definition.Type === 'Map' ||
  (definition.Type === 'Pass' && definition.Result !== undefined);

const catchers = ({ definition }: State) => ('Catch' in definition ? (definition.Catch ?? []) : []);

/** The rule that a Choice took. */
async function ruleOf(state: State, { forced }: VisitRecord, scopes: VisitScopes): Promise<RuleTaken> {
  const { definition } = state;
  if (definition.Type !== 'Choice') return undefined;
  if (forced !== undefined) return forced;
  const language = languageOf(state);
  const { payload } = language.flow(state);
  for (const [index, condition] of language.conditions(definition).entries()) {
    const holds = await new DetachedVisit(scopes.entry, scopes.left).evaluate((visit) => {
      payload(visit);
      return condition(visit);
    });
    if (holds instanceof Failure) return undefined;
    if (holds) return index;
  }
  return 'default';
}

/** The stages with their values, up to the one that failed. */
function inOrder(state: State, record: VisitRecord, values: Values, taken: Outcome): readonly Stage[] {
  const fields = outcomeFields(state, taken);
  const names = stageNames(state, record.caught !== undefined);
  let { failed } = record;
  return names.map((name, index): Stage => {
    const field = fields(name);
    const stage = { name, isUsed: isUsed(name, field), ...(field === undefined ? {} : { field }) };
    const value = values.get(name);
    if (value instanceof Failure) {
      failed = undefined;
      values.clear();
      return { ...stage, isUsed: true, problem: sentenceOf(value) };
    }
    const isLast = index === names.length - 1;
    if (failed === undefined || !stage.isUsed || (value !== undefined && !isLast))
      return value === undefined ? stage : { ...stage, value };
    const problem = failed;
    failed = undefined;
    return { ...stage, ...(value === undefined ? {} : { value }), problem };
  });
}

const ALWAYS: readonly StageName[] = ['input', 'result', 'items', 'errorOutput', 'output'];

const isUsed = (name: StageName, field: ValuePath | undefined): boolean =>
  field !== undefined || ALWAYS.includes(name);
