import { expect, it } from 'vitest';
import { meantTask } from './meantTask';

it('is the nearest by name, else the only one that is left', () => {
  expect(meantTask('Charge card', ['Charge card', 'Ship'], ['Charge a card', 'Send'])).toBe('Charge a card');
  expect(meantTask('Ship', ['Charge card', 'Ship'], ['Charge a card', 'Notify'])).toBeUndefined();
  expect(meantTask('Ship', ['Ship'], ['Deliver'])).toBe('Deliver');
  expect(meantTask('Ship', ['Ship'], [])).toBeUndefined();
});
