import { readCorpus } from '../corpus/text';
import { createRandom } from './random';
import { Fault, runSession, type Tally } from './session';
import { type FuzzText, madeUpText } from './texts';

const USAGE = 'usage: npm run -s fuzz -- [--sequences 10000] [--steps 200] [--seed 1] [--corpus DIR]';

const given = process.argv.slice(2);
const value = (name: string) => {
  const index = given.indexOf(`--${name}`);
  return index < 0 ? undefined : given[index + 1];
};
const number = (name: string, otherwise: number) => {
  const number = Number(value(name) ?? otherwise);
  if (!Number.isInteger(number) || number < 0) {
    console.error(`--${name} is a whole number.\n${USAGE}`);
    process.exit(2);
  }
  return number;
};

const sequences = number('sequences', 10_000);
const steps = number('steps', 200);
const first = number('seed', 1);
const corpus = value('corpus');
const found: readonly FuzzText[] =
  corpus === undefined
    ? []
    : readCorpus(corpus)
        .filter(({ isDefinition, text }) => isDefinition && text.length < 60_000)
        .map(({ text }) => ({ text, format: 'json' }));

const tally: Tally = new Map();
const started = Date.now();
let failures = 0;
for (let seed = first; seed < first + sequences; seed++) {
  const random = createRandom(seed);
  const { text, format } = found.length > 0 && random.chance(50) ? random.pick(found) : madeUpText(seed);
  try {
    await runSession(random, text, format, steps, tally);
  } catch (error) {
    failures++;
    const where = error instanceof Fault ? `\n  after ${error.last}\n  in ${error.before}` : '';
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : error}${where}`);
  }
  const done = seed - first + 1;
  if (done % 500 === 0)
    console.log(`${done} of ${sequences}, ${Math.round((Date.now() - started) / 1000)} s`);
}
for (const [what, times] of [...tally].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(9)}  ${what}`);
console.log(
  `\n${sequences} sequences of ${steps} steps, ${failures} failed, ${Math.round((Date.now() - started) / 1000)} s`,
);
process.exitCode = failures > 0 ? 1 : 0;
