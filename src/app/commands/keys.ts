/** The part of a keyboard event that decides a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the shortcut, e.g. `Mod+Shift+Z`, `F5`, `?`. `Mod` takes Ctrl as well as Cmd. */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants('Mod') &&
    (press.shiftKey === wants('Shift') || key === '?') &&
    press.altKey === wants('Alt')
  );
}

/** As a user reads it: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function showKeys(keys: string, mac: boolean): string {
  return mac
    ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : keys.replace('Mod', 'Ctrl');
}
