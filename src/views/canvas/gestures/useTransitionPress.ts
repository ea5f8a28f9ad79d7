import { type MouseEvent, useCallback } from 'react';
import type { TransitionId } from '../../../asl';
import { interaction } from './interaction';

/** A press on a transition's line or label holds it: it takes the focus and shows its ends. */
export function useTransitionPress() {
  return useCallback((event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest('button')) return;
    const line = target.closest<HTMLElement>('[data-transition]');
    const transition = line?.dataset.transition as TransitionId | undefined;
    if (transition) interaction.setState({ transition, focusNext: transition });
  }, []);
}
