import type { FirstDocument } from '../../workspace';
import orderProcessing from './examples/orderProcessing';

const { text, input, services } = orderProcessing;

/** What a first visitor sees. */
export const FIRST_DOCUMENT: FirstDocument = {
  name: 'order-processing',
  text,
  format: 'json',
  setup: { input, type: 'STANDARD', services },
};
