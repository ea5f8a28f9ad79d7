import type { FirstDocument } from '../../workspace';
import text from './orderProcessing.asl.json?raw';
import input from './orderProcessing.input.json?raw';

/** A workflow that is shown to work: its definition and an input that takes it through its parts. */
export interface Example {
  readonly name: string;
  readonly text: string;
  readonly input: string;
}

export const ORDER_PROCESSING: Example = { name: 'order-processing', text, input };

/** What a first visitor sees. */
export const FIRST_DOCUMENT: FirstDocument = { ...ORDER_PROCESSING, format: 'json' };

/** The start of a workflow drawn from nothing. */
export const BLANK = '{\n  "Comment": "A new workflow",\n  "StartAt": "",\n  "States": {}\n}\n';
