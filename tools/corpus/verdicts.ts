import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat } from '../../src/asl';
import { checkDefinition } from '../../src/interpreter';
import { VERDICT_EXCEPTIONS } from './verdictExceptions';

/** The part of the validator samples' index that is read here. */
interface ValidatorIndex {
  readonly cases: readonly ValidatorCase[];
}
interface ValidatorCase {
  readonly name: string;
  readonly file: string;
  readonly expected: string;
  /** A piece of a definition, which could not be valid alone. */
  readonly fragment: boolean;
}

/** The samples whose source says whether they are valid. */
export function readValidatorIndex(directory: string): readonly ValidatorCase[] {
  const index = join(directory, 'validator', 'index.json');
  if (!existsSync(index)) return [];
  const { cases }: ValidatorIndex = JSON.parse(readFileSync(index, 'utf8'));
  return cases;
}

interface Verdict {
  readonly name: string;
  /** Absent: we say what the sample's own test suite says, or the list of exceptions says why not. */
  readonly failed?: string;
}

/** Whether we call the validators' samples valid or invalid as they do. */
export function verdicts(directory: string): readonly Verdict[] {
  return readValidatorIndex(directory)
    .filter(({ fragment }) => !fragment)
    .map(({ name, file, expected }) => {
      const text = readFileSync(join(directory, file), 'utf8');
      const errors = checkDefinition(text, detectFormat(text), 'STANDARD').diagnostics.filter(
        ({ severity }) => severity === 'error',
      );
      const ours = errors.length > 0 ? 'invalid' : 'valid';
      const reason = VERDICT_EXCEPTIONS.get(name);
      if (ours === expected) {
        return reason === undefined
          ? { name }
          : { name, failed: 'agrees: take it off the list of exceptions' };
      }
      if (reason !== undefined) return { name };
      return { name, failed: `they say ${expected}, we say ${ours}: ${errors[0]?.message ?? 'nothing'}` };
    });
}
