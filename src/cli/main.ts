import { readFileSync, writeFileSync } from 'node:fs';
import { statecraft } from './statecraft';
import { UsageError } from './terminal';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.exitCode = await statecraft(
  process.argv.slice(2),
  {
    out: (text) => console.log(text),
    error: (text) => console.error(text),
    read(path) {
      try {
        return readFileSync(path === '-' ? 0 : path, 'utf8');
      } catch (error) {
        throw new UsageError(`${path} cannot be read: ${reason(error)}`);
      }
    },
    write(path, text) {
      try {
        writeFileSync(path, text);
      } catch (error) {
        throw new UsageError(`${path} cannot be written: ${reason(error)}`);
      }
    },
  },
  Date.now(),
);
