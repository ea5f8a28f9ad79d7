import { useEffect, useRef } from 'react';
import { classNames } from '../../parts';
import type { AdditionGroup } from '../model/additionGroups';
import type { Addition } from '../model/additions';
import { AdditionGlyph } from './AdditionGlyph';
import styles from './AdditionList.module.css';

export interface AdditionListProps {
  /** Its options have this with their number. */
  readonly id: string;
  readonly groups: readonly AdditionGroup[];
  /** Over all groups, from 0. */
  readonly chosen: number;
  readonly onPoint: (option: number) => void;
  /** @param more Shift is held */
  readonly onChoose: (addition: Addition, more: boolean) => void;
}

/** The list under a search field that keeps the focus: the chosen option is always in sight. */
export function AdditionList({ id, groups, chosen, onPoint, onChoose }: AdditionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = list.current?.querySelector(`[id="${id}-${chosen}"]`);
    if (chosen === 0) list.current?.scrollTo({ top: 0 });
    else option?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  let first = 0;
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label="What can be added">
      {groups.map(({ id: group, title, additions }) => {
        const from = first;
        first += additions.length;
        return (
          <fieldset key={group} className={styles.group} aria-label={title}>
            <div className={styles.title} aria-hidden="true">
              {title}
            </div>
            {additions.map((addition, index) => (
              <Option
                key={addition.id}
                id={`${id}-${from + index}`}
                addition={addition}
                chosen={from + index === chosen}
                onPoint={() => onPoint(from + index)}
                onChoose={(more) => onChoose(addition, more)}
              />
            ))}
          </fieldset>
        );
      })}
      {groups.length === 0 && (
        <p className={styles.none}>Nothing of that name. Try the service, or what it does.</p>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly addition: Addition;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: (more: boolean) => void;
}

function Option({ id, addition, chosen, onPoint, onChoose }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      className={classNames(styles.option, chosen && styles.chosen)}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-label={`${addition.label}. ${addition.purpose}`}
      title={addition.purpose}
      data-addition={addition.id}
      onPointerMove={chosen ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.shiftKey)}
    >
      <AdditionGlyph addition={addition} size={22} />
      <span className={styles.name}>{addition.title}</span>
      <span className={styles.detail}>{addition.detail}</span>
    </button>
  );
}
