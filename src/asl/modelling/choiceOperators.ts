const ORDERS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];

/** The comparison operators of JSONPath Choice rules. Source: ASL specification, "Choice State", data test expressions. */
export const CHOICE_OPERATORS: ReadonlySet<string> = new Set([
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) =>
    ORDERS.flatMap((order) => [`${type}${order}`, `${type}${order}Path`]),
  ),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
  'IsNull',
  'IsPresent',
  'IsNumeric',
  'IsString',
  'IsBoolean',
  'IsTimestamp',
]);

/** Fields of a Choice rule that are no operator. */
export const RULE_FIELDS: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output']);
