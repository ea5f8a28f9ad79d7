import type { Json, StatePath } from '../../asl';
import { Engine } from '../engine';
import { executionOf } from '../execution';
import type { Command, Execution, ExecutionSettings, Job, TaskId } from '../execution.types';
import { journalUpTo, Retelling } from '../journal/retelling';
import type { Program } from '../program';

/** Everything that decides an execution. */
interface Recording {
  readonly program: Program;
  readonly settings: ExecutionSettings;
  readonly input: Json;
  readonly journal: readonly Job[];
}

interface Fork {
  readonly execution: Execution;
  readonly state: StatePath;
}

/**
 * An execution that has the history of another one as far as a state's entry, and stands there before it. Undefined when
 * there is no such place.
 * @param position of the event that enters the state, among those of all executions
 */
export async function forkExecution(
  { program, settings, input, journal }: Recording,
  position: number,
): Promise<Fork | undefined> {
  const engine = new Engine(program, settings, input);
  const execution = executionOf(engine);
  const retelling = new Retelling(execution, journalUpTo(journal, position));
  const asked = new Map<TaskId, Command>();
  const listen = () => {
    for (const command of execution.takeCommands()) {
      if (command.type === 'callService') asked.set(command.call.task, command);
      else asked.delete(command.task);
    }
  };
  for (let result = await execution.run(0); ; ) {
    listen();
    if (engine.entering !== undefined && engine.log.length === position) {
      retelling.tell();
      break;
    }
    // What it was told may be all that led there.
    if (retelling.tell()) continue;
    if (execution.status !== 'RUNNING') return undefined;
    if (result === 'idle' && execution.nextTimer !== undefined) execution.advanceTo(execution.nextTimer);
    const running = execution.run(engine.entering === undefined ? 0 : 1);
    // A stop that came while an expression was worked out is told then, not after.
    if (running instanceof Promise) retelling.tell();
    result = await running;
  }
  const answered = new Set(execution.journal.map((job) => ('task' in job ? job.task : undefined)));
  for (const [task, command] of asked) if (!answered.has(task)) engine.ask(command);
  const state = engine.entering?.state;
  return state && { execution, state: state.path };
}
