import type { Card } from './example';

/** The examples, in the order of the gallery: what newcomers look for first. */
export const CARDS: readonly Card[] = [
  {
    id: 'order-processing',
    title: 'Order processing',
    about: 'Checks an order, charges the card, reserves each item while the invoice is written, and ships.',
    type: 'STANDARD',
    language: 'JSONPath',
    shows: ['Retry that succeeds', 'Map in Parallel'],
    load: () => import('./examples/orderProcessing'),
  },
];
