import { expect, it } from 'vitest';
import { meantTask } from './meantTask';

it('is the nearest by name, else the only one that is left', () => {
  expect(meantTask('Charge card', ['Charge card', 'Ship'], ['Charge the card', 'Send'])).toBe(
    'Charge the card',
  );
  expect(meantTask('Ship', ['Charge card', 'Ship'], ['Charge the card', 'Notify'])).toBeUndefined();
  expect(meantTask('Ship', ['Ship'], ['Deliver'])).toBe('Deliver');
  expect(meantTask('Ship', ['Ship'], [])).toBeUndefined();
});
