import type { ObjectNode } from '../syntax';
import type { Placement } from './draft';

/**
 * The order in which a new field is written among those that are there: what a state is, what goes in, what it does,
 * what comes out, where it leads.
 */
const ORDER: readonly string[] = [
  ...['Type', 'Comment', 'QueryLanguage', 'Version', 'Resource', 'Credentials'],
  ...['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ...['InputPath', 'ItemReader', 'ItemsPath', 'Items', 'ItemBatcher', 'ItemSelector', 'Label'],
  ...['MaxConcurrency', 'MaxConcurrencyPath', 'ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ...['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath', 'Parameters', 'Arguments'],
  ...['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath', 'Error', 'ErrorPath', 'Cause', 'CausePath'],
  ...['Variable', 'And', 'Or', 'Not', 'Condition', 'Choices', 'Branches', 'ItemProcessor', 'Iterator'],
  ...['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy'],
  ...['Result', 'ResultWriter', 'ResultSelector', 'ResultPath', 'OutputPath', 'Assign', 'Output'],
  ...['Retry', 'Catch', 'Default', 'Next', 'End', 'StartAt', 'States'],
];
const RANK = new Map(ORDER.map((name, rank) => [name, rank]));
/** Fields we do not know stand before the error handling. */
const UNKNOWN = ORDER.indexOf('Retry') - 0.5;

const rankOf = (name: string): number => RANK.get(name) ?? UNKNOWN;

/** Where a field that is not there yet is written. */
export function fieldPlacement(object: ObjectNode, name: string): Placement {
  const rank = rankOf(name);
  const before = [...object.properties].reverse().find(({ key }) => rankOf(key) <= rank);
  return before ? { after: before.key } : { first: true };
}
