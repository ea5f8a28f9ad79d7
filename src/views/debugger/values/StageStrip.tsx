import { ChevronRight, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { StageValue } from '../../../worker';
import { classNames } from '../../parts';
import { sizeTone, sizeWords, stageTitle } from './stageTitles';
import styles from './values.module.css';

interface StageStripProps {
  readonly stages: readonly StageValue[];
  readonly chosen: StageValue['name'] | undefined;
  /** With nothing, the visit as a whole is shown. */
  readonly onChoose: (name: StageValue['name'] | undefined) => void;
}

/** The way of the data through a state, a chip for each stage; those that only pass it on are thin. */
export function StageStrip({ stages, chosen, onChoose }: StageStripProps) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const at = chips.findIndex((chip) => chip.matches(':focus'));
    event.preventDefault();
    const next = chips[at + by];
    next?.focus();
    next?.click();
  };
  return (
    <nav className={styles.strip} aria-label="Stages of the data" onKeyDown={press}>
      <button
        type="button"
        className={classNames(styles.chip, styles.whole)}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        Overview
      </button>
      {stages.map((stage, index) => (
        <span key={stage.name} className={styles.step}>
          {index > 0 && <ChevronRight size={12} aria-hidden="true" />}
          <Chip stage={stage} chosen={chosen === stage.name} onChoose={() => onChoose(stage.name)} />
        </span>
      ))}
    </nav>
  );
}

interface ChipProps {
  readonly stage: StageValue;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Chip({ stage, chosen, onChoose }: ChipProps) {
  const { name, isUsed, bytes, problem, text } = stage;
  const isOpen = text === undefined && problem === undefined;
  const title = `${stage.expression ?? stage.field ?? (isUsed ? stageTitle(name) : 'Not used: passes the value on')}`;
  return (
    <button
      type="button"
      className={classNames(
        styles.chip,
        !isUsed && styles.unused,
        isOpen && styles.pending,
        problem !== undefined && styles.failed,
      )}
      data-stage={name}
      aria-pressed={chosen}
      disabled={isOpen}
      title={problem ?? (isOpen ? 'Not there yet' : title)}
      onClick={onChoose}
    >
      {problem !== undefined && <TriangleAlert size={12} aria-label="failed" />}
      {stageTitle(name)}
      {isUsed && bytes !== undefined && (
        <span className={styles.size} data-tone={sizeTone(bytes)}>
          {sizeWords(bytes)}
        </span>
      )}
    </button>
  );
}
