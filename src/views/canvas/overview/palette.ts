import type { StateType } from '../../../asl';
import type { LineTone, Tone } from './marks';

/** The theme's colours, read once for a theme: a canvas knows no custom properties. */
export interface Palette {
  readonly border: Readonly<Record<Tone, string>>;
  readonly surface: Readonly<Record<Tone, string>>;
  readonly lines: Readonly<Record<LineTone, string>>;
  readonly canvas: string;
  readonly container: string;
  readonly containerBorder: string;
  readonly pseudo: string;
  readonly types: Readonly<Record<StateType | 'untyped', string>>;
  readonly selected: string;
  readonly here: string;
  readonly error: string;
  readonly warning: string;
  readonly text: string;
  readonly label: string;
  readonly font: string;
}

/** @param element inside the themed page */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const toned = (suffix: string) => ({
    running: token(`state-running${suffix}`),
    succeeded: token(`state-succeeded${suffix}`),
    caught: token(`state-caught${suffix}`),
    failed: token(`state-failed${suffix}`),
    aborted: token(`state-aborted${suffix}`),
  });
  const edge = token('edge');
  return {
    border: { idle: token('state-border'), ...toned('') },
    surface: { idle: token('state-surface'), ...toned('-surface') },
    lines: {
      idle: edge,
      notTaken: edge,
      catch: token('edge-catch'),
      taken: token('edge-taken'),
      active: token('edge-active'),
      held: token('accent'),
    },
    canvas: token('surface-canvas'),
    container: token('container-surface'),
    containerBorder: token('container-border'),
    pseudo: token('pseudo-surface'),
    types: {
      untyped: token('text-muted'),
      Pass: token('type-pass'),
      Task: token('type-task'),
      Choice: token('type-choice'),
      Wait: token('type-wait'),
      Succeed: token('type-succeed'),
      Fail: token('type-fail'),
      Parallel: token('type-parallel'),
      Map: token('type-map'),
    },
    selected: token('state-selected'),
    here: token('state-paused'),
    error: token('state-failed'),
    warning: token('warning-border'),
    text: token('text'),
    label: token('surface-raised'),
    font: `${token('text-xs')} ${token('font-ui')}`,
  };
}
