import { allStates, type StateMachine } from '../../asl';
import { checkStateMock, type MockedTask } from '../../services';
import type { MockReport } from '../inspect.types';

/** What is to be said of mocks as mocks of this definition's Tasks. */
export function checkMocks(machine: StateMachine, mocks: readonly MockedTask[]): readonly MockReport[] {
  const states = new Map(allStates(machine).map((each) => [each.path, each]));
  return mocks.map(({ state, mock }) => {
    const found = states.get(state);
    const definition = found?.definition.Type === 'Task' ? found.definition : undefined;
    const findings = checkStateMock(mock, definition?.Resource ?? '', found?.queryLanguage ?? 'JSONPath');
    return { state, stranger: definition === undefined, ...findings };
  });
}
