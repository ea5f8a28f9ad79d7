import { remove, writeFix } from '../fixes/write';
import type { State } from '../model';
import { joinPointer, propertyOf, valueUnder } from '../parse/pointer';
import type { ObjectNode, SyntaxNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

/** Pairs of an ItemBatcher of which one says it. */
const BATCHER_PAIRS = [
  ['MaxItemsPerBatch', 'MaxItemsPerBatchPath'],
  ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'],
] as const;

/**
 * Fields that contradict each other or hold nothing.
 * Source: ASL specification, "Map State", "Task State", "ResultPath"; ItemSelector is the newer name of Parameters.
 */
export const fieldShapes: Rule = {
  *state(state) {
    const { node, path, definition } = state;
    if (node === undefined) return;
    if (definition.Type === 'Map') yield* mapShapes(state, node);
    if (definition.Type === 'Task' && isNull(valueUnder(node, 'Credentials'))) {
      const message = 'Credentials is null. Give it an object with a RoleArn, or leave it out.';
      const fixes = [writeFix('removeField', 'Remove Credentials', [remove(path, 'Credentials')])];
      yield { ...about(state), message, range: propertyOf(node, 'Credentials')?.keyRange ?? node, fixes };
    }
    yield* resultPlace(state, node);
    const catchers = valueUnder(node, 'Catch');
    for (const each of catchers?.kind === 'array' ? catchers.items : []) {
      if (each.kind === 'object') yield* resultPlace(state, each);
    }
  },
};

const about = (state: State) => ({ code: 'SCHEMA_VALIDATION_FAILED', severity: 'error', state }) as const;

function* mapShapes(state: State, node: ObjectNode): Iterable<Finding> {
  yield* eitherOr(state, node, state.path, 'Parameters', 'ItemSelector');
  const batcher = valueUnder(node, 'ItemBatcher');
  for (const [one, other] of batcher?.kind === 'object' ? BATCHER_PAIRS : []) {
    if (batcher?.kind === 'object') {
      yield* eitherOr(state, batcher, joinPointer(state.path, 'ItemBatcher'), one, other);
    }
  }
  const writer = valueUnder(node, 'ResultWriter');
  if (writer?.kind !== 'object' || propertyOf(writer, 'Resource')) return;
  const config = valueUnder(writer, 'WriterConfig');
  if (config !== undefined && !(config.kind === 'object' && config.properties.length === 0)) return;
  yield {
    ...about(state),
    message:
      'This ResultWriter says neither where results go nor how they look. Give it a Resource with Bucket and Prefix, or a WriterConfig with Transformation.',
    range: propertyOf(node, 'ResultWriter')?.keyRange ?? writer,
    fixes: [writeFix('removeField', 'Remove ResultWriter', [remove(state.path, 'ResultWriter')])],
  };
}

function* eitherOr(
  state: State,
  object: ObjectNode,
  pointer: string,
  one: string,
  other: string,
): Iterable<Finding> {
  const second = propertyOf(object, other);
  if (!propertyOf(object, one) || !second) return;
  yield {
    ...about(state),
    message: `${one} and ${other} say the same thing. Keep one of them.`,
    range: second.keyRange,
    fixes: [one, other].map((name) => writeFix(`remove${name}`, `Remove ${name}`, [remove(pointer, name)])),
  };
}

/** A result is put into the state's data; variables get theirs by Assign. */
function* resultPlace(state: State, object: ObjectNode): Iterable<Finding> {
  const value = valueUnder(object, 'ResultPath');
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || !/^\$[A-Za-z_]/.test(value.value))
    return;
  yield {
    ...about(state),
    message: `ResultPath says where in the data the result goes, and ${value.value} is a variable. Write $.${value.value.slice(1)}, or give the variable its value in Assign.`,
    range: value,
  };
}

const isNull = (node: SyntaxNode | undefined): boolean => node?.kind === 'scalar' && node.value === null;
