import {
  type Catcher,
  type ChoiceState,
  type FailState,
  isJsonObject,
  type Json,
  type JsonObject,
  type MapState,
  type ParallelState,
  type PassState,
  type StateDefinition,
  setOwn,
  type TaskState,
  type WaitState,
} from '../../asl';
import { writeDynamic } from './calls';
import { Conditions } from './condition';
import { type OutputFields, type Result, textOf, writeOutput } from './output';
import { type Root, writePath } from './path';
import { type Assumed, fieldValue, literalText, literalValue, writeTemplate } from './template';
import { given, literal, NotConvertible, strictly, type Written } from './written';

/** Fields by name; undefined: the field goes. In the order in which a new one takes the place of an old one. */
export type FieldChanges = Map<string, Json | undefined>;

const RESULT = given('$states.result');
const INPUT = given('$states.input');

/** What the fields of a JSONPath state become in JSONata. Throws NotConvertible. */
export function convertFields(
  definition: StateDefinition,
  written: JsonObject,
  assumed: Assumed,
): FieldChanges {
  const changes: FieldChanges = new Map();
  const converting = new StateConversion(definition, written, changes, assumed);
  converting.convert();
  return changes;
}

class StateConversion {
  /** What `$` is in the fields that are read before the state's work. */
  private readonly effective: Root;

  constructor(
    private readonly definition: StateDefinition,
    private readonly written: JsonObject,
    private readonly changes: FieldChanges,
    private readonly assumed: Assumed,
  ) {
    const inputPath = 'InputPath' in definition ? definition.InputPath : undefined;
    this.effective = inputPath === null ? undefined : writePath(inputPath ?? '$', INPUT);
    if (this.effective && this.effective.text !== INPUT.text) {
      assumed.add(`there is something at ${this.effective.text}`);
      for (const each of this.effective.assumes) assumed.add(each);
      this.effective = { ...this.effective, maybe: true };
    }
  }

  convert(): void {
    const { definition } = this;
    switch (definition.Type) {
      case 'Pass':
        this.pass(definition);
        break;
      case 'Task':
        this.task(definition);
        break;
      case 'Choice':
        this.choice(definition);
        break;
      case 'Wait':
        this.wait(definition);
        break;
      case 'Succeed':
        this.handOn();
        break;
      case 'Fail':
        this.fail(definition);
        break;
      case 'Parallel':
        this.parallel(definition);
        break;
      case 'Map':
        this.map(definition);
        break;
      case undefined:
        throw new NotConvertible('A state of a type that is not known cannot be converted.');
    }
  }

  /** A field in another one's place. */
  private replace(before: string, after: string, value: Json | undefined): void {
    if (before !== after && Object.hasOwn(this.written, before)) this.changes.set(before, undefined);
    if (value !== undefined) this.changes.set(after, value);
  }
  private drop(...names: readonly string[]): void {
    for (const name of names) if (Object.hasOwn(this.written, name)) this.changes.set(name, undefined);
  }
  private template(value: Json | undefined, root: Root = this.effective): Json | undefined {
    return value === undefined ? undefined : writeTemplate(value, root, this.assumed);
  }
  private path(text: string): string {
    return fieldValue(writePath(text, this.effective), this.assumed);
  }
  private number(text: string): string {
    const path = writePath(text, this.effective);
    return fieldValue(strictly(`$number(${path.text})`, [path], { type: 'number' }), this.assumed);
  }
  /** `effective` as the value of a field; absent when that is what the field is without. */
  private narrowed(): Json | undefined {
    if (this.effective === undefined) return {};
    return this.effective.text === INPUT.text ? undefined : fieldValue(this.effective, this.assumed);
  }
  private asResult(): Result {
    return { kind: 'data', written: this.effective ?? literal('{}', 'object') };
  }

  private output(result: Result, fields: OutputFields, without: Written): void {
    this.drop('InputPath', 'ResultPath', 'OutputPath', 'ResultSelector', 'Result');
    const output = writeOutput(result, fields, without.text, this.assumed, literalValue);
    if (output !== undefined) this.changes.set('Output', output);
  }

  /** Assign, whose `$` is the result. */
  private assign(result: Root): void {
    const { definition } = this;
    if (!('Assign' in definition) || definition.Assign === undefined) return;
    this.changes.set('Assign', writeTemplate(definition.Assign, result, this.assumed));
  }

  /** States that hand their input on. */
  private handOn(): void {
    const { definition } = this;
    const outputPath = 'OutputPath' in definition ? definition.OutputPath : undefined;
    this.output(this.asResult(), { resultPath: undefined, outputPath }, INPUT);
    this.assign(this.effective);
  }

  private pass(definition: PassState): void {
    const { Result: value, Parameters, ResultPath: resultPath, OutputPath: outputPath } = definition;
    this.drop('Parameters');
    const result: Result =
      value !== undefined
        ? { kind: 'literal', value, written: literalText(value) }
        : Parameters !== undefined
          ? { kind: 'template', template: Parameters, root: this.effective }
          : this.asResult();
    this.output(result, { resultPath, outputPath }, INPUT);
    if (definition.Assign !== undefined) this.assign(textOf(result));
  }

  private worked(definition: TaskState | ParallelState | MapState): void {
    const { ResultSelector, ResultPath: resultPath, OutputPath: outputPath } = definition;
    const isList = definition.Type === 'Parallel' || (definition.Type === 'Map' && !definition.ResultWriter);
    const came: Written = isList ? { ...RESULT, type: 'list' } : RESULT;
    const result: Result =
      ResultSelector === undefined
        ? { kind: 'data', written: came }
        : { kind: 'template', template: ResultSelector, root: came };
    this.output(result, { resultPath, outputPath }, came);
    this.assign(came);
    this.catchers(definition.Catch);
    const handled = [...(definition.Catch ?? []), ...(definition.Retry ?? [])];
    if (handled.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')))
      this.assumed.add('every field finds what it reads: States.ALL takes what JSONata cannot evaluate');
  }

  private task(definition: TaskState): void {
    const { Parameters, TimeoutSecondsPath, HeartbeatSecondsPath, Credentials } = definition;
    this.replace('Parameters', 'Arguments', this.template(Parameters) ?? this.narrowed());
    if (TimeoutSecondsPath !== undefined)
      this.replace('TimeoutSecondsPath', 'TimeoutSeconds', this.number(TimeoutSecondsPath));
    if (HeartbeatSecondsPath !== undefined)
      this.replace('HeartbeatSecondsPath', 'HeartbeatSeconds', this.number(HeartbeatSecondsPath));
    if (Credentials !== undefined)
      this.changes.set('Credentials', writeTemplate(Credentials, this.effective, this.assumed));
    this.worked(definition);
  }

  private parallel(definition: ParallelState): void {
    this.replace('Parameters', 'Arguments', this.template(definition.Parameters) ?? this.narrowed());
    this.worked(definition);
  }

  private map(definition: MapState): void {
    const { ItemsPath, ItemSelector, Parameters, ItemReader, ItemBatcher, ResultWriter } = definition;
    const items = ItemsPath === undefined || ItemsPath === '$' ? this.narrowed() : this.path(ItemsPath);
    this.replace('ItemsPath', 'Items', ItemReader === undefined ? items : undefined);
    if (ItemSelector !== undefined) {
      this.drop('Parameters');
      this.changes.set('ItemSelector', writeTemplate(ItemSelector, this.effective, this.assumed));
    } else this.replace('Parameters', 'ItemSelector', this.template(Parameters));
    for (const name of ['MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage'] as const) {
      const path = definition[`${name}Path`];
      if (path !== undefined) this.replace(`${name}Path`, name, this.number(path));
    }
    if (isJsonObject(ItemReader)) this.changes.set('ItemReader', this.reader(ItemReader));
    if (isJsonObject(ItemBatcher)) this.changes.set('ItemBatcher', this.batcher(ItemBatcher));
    if (isJsonObject(ResultWriter)) this.changes.set('ResultWriter', this.withArguments(ResultWriter));
    this.worked(definition);
  }

  private withArguments(object: JsonObject): JsonObject {
    return renamed(object, (name, value) =>
      name === 'Parameters'
        ? ['Arguments', writeTemplate(value, this.effective, this.assumed)]
        : [name, value],
    );
  }
  private counts(object: JsonObject, names: readonly string[]): JsonObject {
    return renamed(object, (name, value) => {
      const plain = name.slice(0, -'Path'.length);
      return name.endsWith('Path') && names.includes(plain) && typeof value === 'string'
        ? [plain, this.number(value)]
        : [name, value];
    });
  }
  private reader(reader: JsonObject): JsonObject {
    return renamed(this.withArguments(reader), (name, value) =>
      name === 'ReaderConfig' && isJsonObject(value)
        ? [name, this.counts(value, ['MaxItems'])]
        : [name, value],
    );
  }
  private batcher(batcher: JsonObject): JsonObject {
    const counted = this.counts(batcher, ['MaxItemsPerBatch', 'MaxInputBytesPerBatch']);
    return renamed(counted, (name, value) =>
      name === 'BatchInput' ? [name, writeTemplate(value, this.effective, this.assumed)] : [name, value],
    );
  }

  private wait(definition: WaitState): void {
    const { SecondsPath, TimestampPath, Timestamp } = definition;
    if (Timestamp !== undefined) literalValue(Timestamp);
    if (SecondsPath !== undefined) this.replace('SecondsPath', 'Seconds', this.path(SecondsPath));
    if (TimestampPath !== undefined) this.replace('TimestampPath', 'Timestamp', this.path(TimestampPath));
    this.handOn();
  }

  private fail({ Error: error, Cause, ErrorPath, CausePath }: FailState): void {
    for (const each of [error, Cause]) if (each !== undefined) literalValue(each);
    if (ErrorPath !== undefined) this.replace('ErrorPath', 'Error', this.said(ErrorPath));
    if (CausePath !== undefined) this.replace('CausePath', 'Cause', this.said(CausePath));
  }
  /** Error and Cause are texts, whatever their paths lead to. */
  private said(text: string): string {
    const value = writeDynamic(text, INPUT);
    const said =
      value.type === 'text' ? value : strictly(`$string(${value.text})`, [value], { type: 'text' });
    return fieldValue(said, this.assumed);
  }

  private choice(definition: ChoiceState): void {
    const conditions = new Conditions(this.effective);
    const { Choices: rules } = this.written;
    this.handOn();
    // A rule has its own Output: without one it hands on what came in.
    const output = this.changes.get('Output');
    const converted = definition.Choices.map((rule, index): Json => {
      const condition = conditions.next(rule.expression);
      const before = Array.isArray(rules) ? rules[index] : undefined;
      if (!isJsonObject(before)) throw new NotConvertible('A rule cannot be read.');
      return this.rule(before, `{% ${condition} %}`, output);
    });
    for (const each of conditions.assumed) this.assumed.add(each);
    if (converted.length > 0) this.changes.set('Choices', converted);
  }

  /** The Condition stands where the test began. */
  private rule(before: JsonObject, condition: string, output: Json | undefined): JsonObject {
    const kept = new Set(['Next', 'Comment', 'Assign']);
    const after: Record<string, Json> = {};
    for (const [name, value] of Object.entries(before)) {
      if (name === 'Assign') setOwn(after, name, writeTemplate(value, this.effective, this.assumed));
      else if (kept.has(name)) setOwn(after, name, value);
      else setOwn(after, 'Condition', condition);
    }
    return output === undefined ? after : { ...after, Output: output };
  }

  private catchers(catchers: readonly Catcher[] | undefined): void {
    const { Catch } = this.written;
    if (!catchers || !Array.isArray(Catch)) return;
    const converted = catchers.map((catcher, index) => {
      const before: Json | undefined = Catch[index];
      if (!isJsonObject(before)) throw new NotConvertible('A catcher cannot be read.');
      return this.catcher(catcher, before);
    });
    this.changes.set('Catch', converted);
  }
  private catcher({ ResultPath: resultPath, Assign }: Catcher, before: JsonObject): JsonObject {
    const error = given('$states.errorOutput');
    const result: Result = { kind: 'data', written: error };
    const fields = { resultPath, outputPath: undefined };
    const output = writeOutput(result, fields, error.text, this.assumed, literalValue);
    const after: Record<string, Json> = {};
    for (const [name, value] of Object.entries(before)) {
      if (name === 'ResultPath') {
        if (output !== undefined) after.Output = output;
      } else if (name === 'Assign' && Assign !== undefined)
        after.Assign = writeTemplate(Assign, error, this.assumed);
      else setOwn(after, name, value);
    }
    return after;
  }
}

function renamed(
  object: JsonObject,
  change: (name: string, value: Json) => readonly [string, Json],
): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(object)) setOwn(result, ...change(name, value));
  return result;
}
