import { CHOICE_OPERATORS, type StateType } from '../../../asl';
import { type FieldLanguage, STATE_FIELDS } from '../../../interpreter';
import type { Around } from './place';

export type FieldsOf = Readonly<Record<string, FieldLanguage>>;

const both = (...names: readonly string[]): FieldsOf =>
  Object.fromEntries(names.map((name) => [name, 'both']));

const SCOPE = both('Comment', 'StartAt', 'States');
const MACHINE = { ...both('Version', 'QueryLanguage', 'TimeoutSeconds'), ...SCOPE };
const PROCESSOR = { ...both('ProcessorConfig'), ...SCOPE };
const WITHOUT_TYPE = both('Type', 'Comment', 'QueryLanguage', 'Next', 'End');
const RETRIER = both(
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
);
const CATCHER: FieldsOf = {
  ...both('ErrorEquals', 'Next', 'Assign', 'Comment'),
  ResultPath: 'JSONPath',
  Output: 'JSONata',
};
const COMPARISON: FieldsOf = Object.fromEntries(
  ['Variable', ...CHOICE_OPERATORS, 'And', 'Or', 'Not'].map((name) => [name, 'JSONPath']),
);
const RULE: FieldsOf = {
  ...both('Next'),
  Condition: 'JSONata',
  ...COMPARISON,
  ...both('Assign', 'Comment'),
  Output: 'JSONata',
};
const ARGUMENTS: FieldsOf = { Arguments: 'JSONata', Parameters: 'JSONPath' };
const INSIDE: Readonly<Record<string, FieldsOf>> = {
  ItemReader: { ...both('Resource', 'ReaderConfig'), ...ARGUMENTS },
  ReaderConfig: {
    ...both('InputType', 'Transformation', 'CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter', 'MaxItems'),
    MaxItemsPath: 'JSONPath',
  },
  ItemBatcher: {
    ...both('MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput'),
    MaxItemsPerBatchPath: 'JSONPath',
    MaxInputBytesPerBatchPath: 'JSONPath',
  },
  ResultWriter: { ...both('Resource', 'WriterConfig'), ...ARGUMENTS },
  WriterConfig: both('Transformation', 'OutputFormat'),
  Credentials: both('RoleArn'),
};

/** Fields whose insides are data, not definition. */
const DATA: ReadonlySet<string> = new Set([
  'Parameters',
  'Arguments',
  'ResultSelector',
  'Result',
  'Output',
  'Assign',
  'Items',
  'ItemSelector',
  'BatchInput',
]);

/** Whether a place is inside data, where any key may stand. */
export const isData = ({ inside }: Around): boolean => inside.some((segment) => DATA.has(segment));

/** Whether a place is the object of a scope's states. */
export const isStates = ({ state, inside }: Around): boolean =>
  state === undefined && inside.length === 1 && inside[0] === 'States';

/**
 * The fields of the object at a place and the query language each belongs to; undefined where any key may stand.
 */
export function fieldsAt(around: Around): FieldsOf | undefined {
  const { state, scope, inside } = around;
  if (isData(around) || isStates(around)) return undefined;
  const [first, second, ...deeper] = inside;
  if (!state) {
    if (first === 'ProcessorConfig') return both('Mode', 'ExecutionType');
    if (first !== undefined) return undefined;
    if (scope.path === '') return MACHINE;
    return /\/(?:ItemProcessor|Iterator)$/.test(scope.path) ? PROCESSOR : SCOPE;
  }
  if (first === undefined) {
    const type: StateType | undefined = state.definition.Type;
    return type === undefined ? WITHOUT_TYPE : STATE_FIELDS[type];
  }
  if (first === 'Retry') return second === undefined ? undefined : RETRIER;
  if (first === 'Catch') return second === undefined ? undefined : CATCHER;
  if (first === 'Choices' && second !== undefined) return deeper.length === 0 ? RULE : COMPARISON;
  const own = inside.at(-1) ?? '';
  return Object.hasOwn(INSIDE, own) ? INSIDE[own] : undefined;
}
