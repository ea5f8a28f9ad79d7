import type { StageValue } from '../../../worker';

type StageName = StageValue['name'];

const TITLES: Readonly<Record<StageName, string>> = {
  input: 'Input',
  inputPath: 'InputPath',
  parameters: 'Parameters',
  arguments: 'Arguments',
  items: 'Items',
  itemSelector: 'ItemSelector',
  result: 'Result',
  resultSelector: 'ResultSelector',
  resultPath: 'ResultPath',
  errorOutput: 'Error',
  assign: 'Assign',
  output: 'Output',
};

export const stageTitle = (name: StageName): string => TITLES[name];

/** Bytes that AWS lets pass from state to state, and where it becomes tight. */
const MOST_BYTES = 256 * 1024;
const TIGHT_BYTES = 200 * 1024;

export function sizeTone(bytes: number): 'fine' | 'tight' | 'over' {
  if (bytes > MOST_BYTES) return 'over';
  return bytes > TIGHT_BYTES ? 'tight' : 'fine';
}

export const sizeWords = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0)} KiB`;
