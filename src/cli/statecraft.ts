import { HELP } from './help';
import { picture } from './picture';
import { run } from './run';
import { type ExitCode, type Terminal, UsageError } from './terminal';
import { testOneState } from './testState';
import { validate } from './validate';

/** The whole command line. @param now milliseconds since 1970, where the execution's virtual time begins */
export async function statecraft(
  given: readonly string[],
  terminal: Terminal,
  now: number,
): Promise<ExitCode> {
  const [command, ...rest] = given;
  if (command === undefined || command === 'help' || given.includes('--help')) {
    terminal.out(HELP);
    return command === undefined ? 2 : 0;
  }
  try {
    switch (command) {
      case 'picture':
        return picture(rest, terminal);
      case 'run':
        return await run(rest, terminal, now);
      case 'test-state':
        return await testOneState(rest, terminal, now);
      case 'validate':
        return validate(rest, terminal);
      default:
        throw new UsageError(
          `There is no command ${command}; there are run, test-state, validate and picture.`,
        );
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`statecraft: ${error.message}\nstatecraft --help says more.`);
    return 2;
  }
}
