import { buildModel, type EpochMs, parseText } from '../../src/asl';
import {
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  runToEnd,
} from '../../src/interpreter';
import { stubAnswer } from '../../src/services';
import type { Scenario } from './scenario.types';

export type Finished = Pick<Execution, 'history' | 'output'>;

/**
 * Compiles a scenario; the result runs one execution of it. A promise only when an expression needs the JSONata
 * library. Throws what the execution ends with when it does not succeed.
 */
export function prepare(scenario: Scenario): () => Finished | Promise<Finished> {
  const { program } = compileProgram(buildModel(parseText(JSON.stringify(scenario.definition), 'json')));
  const settings = defaultSettings({ startTime: Date.UTC(2026, 0, 1) as EpochMs, type: scenario.type });
  const services = scenario.services?.() ?? stubAnswer;
  return () => {
    const execution = createExecution(program, settings, scenario.input);
    const result = runToEnd(execution, services);
    return result instanceof Promise
      ? result.then(() => finished(scenario, execution))
      : finished(scenario, execution);
  };
}

function finished({ name, transitions }: Scenario, execution: Execution): Execution {
  if (execution.status !== 'SUCCEEDED') {
    throw new Error(`${name} did not succeed: ${execution.error} ${execution.cause}`);
  }
  if (name !== 'retry3' && execution.transitions !== transitions) {
    throw new Error(`${name} entered ${execution.transitions} states, not ${transitions}`);
  }
  return execution;
}
