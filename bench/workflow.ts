/** A definition of a given size with what real ones have: choices, loops, errors, Maps. */
export function workflowText(size: number): string {
  const states: Record<string, unknown> = {};
  for (let i = 0; i < size; i++) {
    const onward = i + 1 < size ? { Next: `S${i + 1}` } : { End: true };
    states[`S${i}`] = stateOf(i, size, onward);
  }
  return JSON.stringify({ StartAt: 'S0', States: states }, null, 2);
}

function stateOf(i: number, size: number, onward: object): unknown {
  const kind = i % 10;
  if (kind === 3 && i + 4 < size) {
    return {
      Type: 'Choice',
      Choices: [
        { Variable: '$.a', NumericGreaterThan: 3, Next: `S${i + 1}` },
        { Variable: '$.b', StringEquals: 'x', Next: `S${i + 2}` },
      ],
      Default: `S${i + 3}`,
    };
  }
  if (kind === 6) {
    return {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', 'Payload.$': '$' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: `S${i - 3}` }],
      ...onward,
    };
  }
  if (kind === 8) {
    const inner = { [`M${i}`]: { Type: 'Pass', End: true } };
    return { Type: 'Map', ItemProcessor: { StartAt: `M${i}`, States: inner }, ...onward };
  }
  return { Type: 'Pass', Comment: 'moves on', ...onward };
}
