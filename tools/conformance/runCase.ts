import { buildModel, type EpochMs, type Json, parseText } from '../../src/asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  createStateMachineError,
  defaultSettings,
  type Execution,
  type Logging,
  type LogLevel,
  type LogRecord,
  logRecord,
  runToEnd,
  syncResponse,
  validateDefinition,
  variableReferences,
} from '../../src/interpreter';
import type { Case } from './case';
import { compareHistory } from './compareHistory';
import { differences, marksOf } from './match';
import { recordedServices } from './recordedServices';
import { replayRecord } from './replayRecord';
import { runTestState } from './testState';

/** More transitions than any recorded execution made; a run that needs more hangs. */
const MOST_TRANSITIONS = 200_000;

/** When a case says nothing about its clock. */
const START = Date.UTC(2024, 0, 1, 12) as EpochMs;

/** @returns what differs from the record; nothing when the case passes */
export async function runCase(of: Case): Promise<readonly string[]> {
  switch (of.kind) {
    case 'execution-history':
    case 'mocked-integration': {
      const execution = await execute(of);
      return [
        ...compareHistory(of, eventsOf(execution)),
        ...compareEnd(of, execution),
        ...(await compareReplay(of, execution)),
        ...replayRecord(of, definitionOf(of)),
      ];
    }
    case 'execution-output':
      return compareEnd(of, await execute(of));
    case 'execution-logs':
      return compareLogs(of, await execute(of));
    case 'express-async-end-event': {
      const records = logsOf(await execute(of), { level: 'ALL', includeExecutionData: true });
      return differences(of.expected.endEvent, records.at(-1), marksOf(of), 'end event');
    }
    case 'express-sync': {
      const response = syncResponse(await execute(of), JSON.stringify(of.input ?? {}));
      return differences(of.expected.response, response, marksOf(of), 'response');
    }
    case 'validate': {
      const validation = validateDefinition(definitionOf(of), of.type ?? 'STANDARD');
      return differences(of.expected, validation, marksOf(of));
    }
    case 'create-error': {
      const request = {
        ...(of.request as object),
        definition: definitionOf(of),
        type: of.type ?? 'STANDARD',
      };
      const actual = createStateMachineError(request);
      const { operation: _, ...wanted } = of.expected.apiError as Readonly<Record<string, unknown>>;
      return differences(wanted, actual, marksOf(of));
    }
    case 'variable-references': {
      const machine = buildModel(parseText(definitionOf(of), 'json'));
      return differences(of.expected.variableReferences, variableReferences(machine), marksOf(of));
    }
    case 'test-state':
      return runTestState(of);
    default:
      return [`cases of the kind ${of.kind} cannot be run yet`];
  }
}

/** Runs a case's definition on its input with the services as recorded. */
async function execute(of: Case): Promise<Execution> {
  const execution = executionOf(of);
  const result = await runToEnd(execution, recordedServices(of), { maxTransitions: MOST_TRANSITIONS });
  if (result !== 'ended') throw new Error(`the execution did not end: ${result}`);
  return execution;
}

function executionOf(of: Case): Execution {
  const { program } = compileProgram(buildModel(parseText(definitionOf(of), 'json')));
  const settings = defaultSettings({
    ...of.context,
    type: of.type ?? 'STANDARD',
    startTime: of.clock === undefined ? START : (Date.parse(of.clock) as EpochMs),
    ...serviceDateOf(of),
  });
  return createExecution(program, settings, of.input ?? ({} as Json));
}

/**
 * The same journal gives the same history, byte for byte: also when the execution is driven state by state, left after
 * each, and what was journalled is all that is told.
 */
async function compareReplay(of: Case, execution: Execution): Promise<readonly string[]> {
  const { journal } = execution;
  const replayed = executionOf(of);
  const fromJournal: CallService = ({ task }) => {
    for (const job of journal) if ('task' in job && job.task === task) replayed.deliver(job);
    return { type: 'never' };
  };
  for (let turns = 0; replayed.status === 'RUNNING' && turns < MOST_TRANSITIONS; turns++) {
    await runToEnd(replayed, fromJournal, { maxTransitions: 1 });
  }
  const [first, second] = [textsOf(execution), textsOf(replayed)];
  const at = first.findIndex((text, index) => text !== second[index]);
  if (at < 0 && first.length === second.length) return [];
  return [`replayed from its journal, event ${at + 1} of all executions is another: ${second[at]}`];
}

const textsOf = ({ timeline }: Execution): readonly string[] =>
  Array.from({ length: timeline.length }, (_, at) => JSON.stringify(timeline.event(at)));

/** AWS is held to what it did on the day of the recording. */
function serviceDateOf({ recorded }: Case): { readonly serviceDate?: EpochMs } {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})/.exec(recorded ?? '') ?? [];
  if (day === undefined) return {};
  return { serviceDate: Date.UTC(Number(year), Number(month) - 1, Number(day)) as EpochMs };
}

const definitionOf = (of: Case): string => of.definitionText ?? JSON.stringify(of.definition);

function logsOf(execution: Execution, logging: Logging): readonly LogRecord[] {
  const { executionArn } = execution.settings;
  return eventsOf(execution).flatMap((event) => logRecord(event, executionArn, logging) ?? []);
}

function compareLogs(of: Case, execution: Execution): readonly string[] {
  if (!of.logging) return ['the case does not say how it logs'];
  const logging = { ...of.logging, level: of.logging.level as LogLevel };
  return differences(of.expected.logEvents, logsOf(execution, logging), marksOf(of), 'logs');
}

const eventsOf = ({ history }: Execution) =>
  Array.from({ length: history.length }, (_, index) => history.event(index));

function compareEnd(of: Case, { status, output, error, cause }: Execution): readonly string[] {
  const { expected } = of;
  const actual = {
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
  const want = {
    status: expected.status,
    ...(Object.hasOwn(expected, 'output') ? { output: expected.output } : {}),
    ...(expected.error === undefined ? {} : { error: expected.error }),
    ...(expected.cause === undefined ? {} : { cause: expected.cause }),
  };
  return differences(want, actual, marksOf(of), 'end');
}
