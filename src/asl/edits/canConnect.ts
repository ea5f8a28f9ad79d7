import type { TransitionKind } from '../graph';
import type { StateType } from '../model';
import type { ScopePath } from '../syntax';

/** Whether something may be done, and if not, why and what to do instead. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The transition that is to lead somewhere else. */
export interface ConnectSource {
  readonly kind: TransitionKind['type'];
  readonly scope: ScopePath;
  /** The state it leaves, by name and type; absent for the transition from Start. */
  readonly state?: { readonly name: string; readonly type: StateType | undefined };
}

/** A state of a scope, or the scope's End. */
export interface ConnectTarget {
  readonly scope: ScopePath;
  readonly isEnd: boolean;
}

/**
 * May a transition lead to a state, or to End? The one answer for drawing, keyboard and menus.
 * Source: ASL specification, "Transitions", "Choice State" and "Fallback States".
 */
export function canConnect({ kind, scope, state }: ConnectSource, to: ConnectTarget): Verdict {
  if (to.scope !== scope) {
    return no(
      'A transition stays inside its branch or Map: it cannot cross the border of a Parallel or Map state.',
    );
  }
  if (state?.type === 'Succeed' || state?.type === 'Fail') {
    return no(`“${state.name}” ends the execution: nothing follows a ${state.type} state.`);
  }
  if (state?.type === 'Choice' && (kind === 'next' || kind === 'end')) {
    return no(`“${state.name}” is a Choice: its rules and its Default say what follows.`);
  }
  if (state !== undefined && state.type !== 'Choice' && kind === 'default') {
    return no(`“${state.name}” has no Default: only a Choice state has one.`);
  }
  if (!to.isEnd) return { ok: true };
  switch (kind) {
    case 'start':
      return no('Start has to lead to a state. Add one first.');
    case 'choice':
      return no('A choice rule has to lead to a state. Add a Succeed state and lead the rule there.');
    case 'default':
      return no('Default has to lead to a state. Add a Succeed state and lead Default there.');
    case 'catch':
      return no('A catcher has to lead to a state. Add a Succeed or Fail state and lead the catcher there.');
    default:
      return { ok: true };
  }
}

const no = (reason: string): Verdict => ({ ok: false, reason });
