import { expect, test } from './studio';

test('a key pressed before an opening menu has the focus is the menu’s', async ({ studio: { page } }) => {
  const trigger = page.getByRole('button', { name: 'Open', exact: true });
  for (const [key, name] of [
    ['End', 'Examples…'],
    ['Home', 'Open files…'],
  ] as const) {
    await trigger.focus();
    // Both at once: no frame comes in between.
    await trigger.evaluate((button: HTMLButtonElement, pressed) => {
      button.click();
      button.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
    }, key);
    await expect(page.getByRole('menuitem', { name })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(trigger).toBeFocused();
  }
});
