/** How many states a value holds that is a machine or a scope, those inside its containers included. */
export function countStates(scope: unknown): number {
  const states = fieldOf(scope, 'States');
  if (typeof states !== 'object' || states === null || Array.isArray(states)) return 0;
  return Object.values(states).reduce((sum: number, state: unknown) => {
    const type = fieldOf(state, 'Type');
    const inside =
      type === 'Parallel'
        ? fieldOf(state, 'Branches')
        : type === 'Map'
          ? [fieldOf(state, 'ItemProcessor') ?? fieldOf(state, 'Iterator')]
          : [];
    return sum + 1 + (Array.isArray(inside) ? inside.reduce((n: number, s) => n + countStates(s), 0) : 0);
  }, 0);
}

/** An own field of an object; undefined for anything else. */
const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
