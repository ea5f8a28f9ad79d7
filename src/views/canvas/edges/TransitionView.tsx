import { Plus } from 'lucide-react';
import { memo } from 'react';
import { middlePoint, type TransitionId } from '../../../asl';
import { useTransitionStatus } from '../../../workspace';
import { classNames, EdgeLabel, EdgeLine } from '../../parts';
import { interaction, useFocusOnRequest } from '../gestures/interaction';
import { quickAddPlace } from '../gestures/quickAddPlace';
import { describeCount } from '../model/description';
import type { DrawnTransition } from '../model/drawnTransitions';
import { plusPoint } from '../model/insertion';
import { EdgeGrip } from './EdgeGrip';
import { EdgeToken } from './EdgeToken';
import { TakenCount } from './TakenCount';
import styles from './TransitionView.module.css';
import { useTransitionLook } from './useTransitionLook';

/**
 * A transition: line, label, count, and on hover the "+" that puts a state on it. For the keyboard and
 * screen readers it is one button beside the drawing, with what can be added behind it.
 */
export const TransitionView = memo(function TransitionView({ drawn }: { readonly drawn: DrawnTransition }) {
  const { id, route, insertable } = drawn;
  const progress = useTransitionStatus(id);
  const look = useTransitionLook(drawn, progress);
  const button = useFocusOnRequest<HTMLButtonElement>(id);
  const plus = plusPoint(route);
  const taken = progress?.count ?? 0;
  const place = { translate: `${plus.x}px ${plus.y}px` };
  const focus = () => interaction.setState({ transition: id, focusNext: id });
  return (
    <div
      className={classNames(styles.transition, ...look.classes.map((name) => styles[name]))}
      data-transition={id}
      data-held={look.held}
    >
      <EdgeLine points={route.points} reach={id} taken={taken} />
      {look.active && <EdgeToken key={taken} points={route.points} duration={look.duration} />}
      {route.label && <EdgeLabel drawn={drawn} box={route.label} />}
      {taken > 1 && <TakenCount count={taken} at={middlePoint(route)} />}
      <button
        ref={button}
        type="button"
        className={styles.insert}
        style={place}
        tabIndex={look.reachable ? 0 : -1}
        aria-label={drawn.words + describeCount(taken)}
        aria-haspopup={insertable ? 'dialog' : undefined}
        data-transition-button={id}
        aria-keyshortcuts={insertable ? 'A F2' : 'F2'}
        onFocus={() => interaction.setState({ transition: id })}
        onBlur={() => letGo(id)}
        onClick={insertable ? () => askWhatToInsert(id) : focus}
      >
        {insertable && <Plus size={13} strokeWidth={2.6} aria-hidden="true" />}
      </button>
      <EdgeGrip drawn={drawn} />
    </div>
  );
});

function askWhatToInsert(transition: TransitionId): void {
  const { surface } = interaction.getState();
  const target = { kind: 'transition', transition } as const;
  if (surface)
    interaction.setState({
      transition,
      menu: undefined,
      quickAdd: { target, at: quickAddPlace(surface, target) },
    });
}

/** The transition is no longer held when the focus leaves it, unless for its own menu. */
function letGo(id: TransitionId): void {
  const { transition, menu, quickAdd } = interaction.getState();
  if (transition === id && !menu && !quickAdd) interaction.setState({ transition: undefined });
}
