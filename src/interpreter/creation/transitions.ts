import type { Json, JsonObject } from '../../asl';
import type { Report } from './report';
import { listOf, objectOf } from './values';

interface Target {
  readonly name: Json | undefined;
  readonly location: string;
}

/** Targets that do not exist, states that nothing reaches, and (the machine itself) no way to end. */
export function checkTransitions(
  scope: JsonObject,
  location: string,
  isMachine: boolean,
  report: Report,
): void {
  const states = objectOf(scope.States) ?? {};
  const reached = new Set<string>();
  const follow = ({ name, location: at }: Target): void => {
    if (typeof name !== 'string') return;
    if (Object.hasOwn(states, name)) reached.add(name);
    else report.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${name}`, at);
  };
  follow({ name: scope.StartAt, location: `${location}/StartAt` });
  let ends = false;
  for (const [name, value] of Object.entries(states)) {
    const state = objectOf(value) ?? {};
    if (state.End === true || state.Type === 'Succeed' || state.Type === 'Fail') ends = true;
    for (const target of targetsOf(state, `${location}/States/${name}`)) follow(target);
  }
  if (isMachine && !ends && Object.keys(states).length > 0) {
    report.add('MISSING_END_STATE', 'Workflow has no terminal state');
    return;
  }
  for (const name of Object.keys(states)) {
    if (!reached.has(name)) {
      report.add(
        'MISSING_TRANSITION_TARGET',
        `State "${name}" is not reachable.`,
        `${location}/States/${name}`,
      );
    }
  }
}

function targetsOf(state: JsonObject, location: string): readonly Target[] {
  const inList = (field: 'Choices' | 'Catch') =>
    (listOf(state[field]) ?? []).map((value, index) => ({
      name: objectOf(value)?.Next,
      location: `${location}/${field}[${index}]/Next`,
    }));
  return [
    { name: state.Next, location: `${location}/Next` },
    ...inList('Choices'),
    { name: state.Default, location: `${location}/Default` },
    ...inList('Catch'),
  ];
}
