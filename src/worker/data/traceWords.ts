import type { StageName, ValuePath } from '../../interpreter';

/** A path as people write it: `$.order.items[0]`. */
export function pathWords(path: ValuePath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return /^[A-Za-z_]\w*$/.test(key) ? `${text}.${key}` : `${text}[${JSON.stringify(key)}]`;
  }, '$');
}

const WORDS: Readonly<Record<StageName, string>> = {
  input: 'the input',
  inputPath: 'the input after InputPath',
  parameters: 'the parameters',
  arguments: 'the arguments',
  items: 'the items',
  itemSelector: 'the selected items',
  result: 'the result',
  resultSelector: 'the result after ResultSelector',
  resultPath: 'what ResultPath gave',
  errorOutput: 'the error',
  assign: 'the assigned variables',
  output: 'the output',
};

export const stageWords = (stage: StageName): string => WORDS[stage];
