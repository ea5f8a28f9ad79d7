import type { StageValue, VisitStages } from '../../../worker';
import { useKeptValue } from './keptValue';
import { stageTitle } from './stageTitles';
import { type Other, otherKey, readOther } from './useOtherValue';
import styles from './values.module.css';

/** Visits that are offered to compare with. */
const MOST_VISITS = 100;

interface CompareWithProps {
  readonly shown: VisitStages;
  readonly stage: StageValue['name'];
  readonly visits: number;
  readonly other: Other;
  readonly onChange: (other: Other) => void;
}

/** Picks the value that the one shown is compared with. */
export function CompareWith({ shown, stage, visits, other, onChange }: CompareWithProps) {
  const kept = useKeptValue();
  const title = stageTitle(stage);
  return (
    <label className={styles.with}>
      Compare with
      <select value={otherKey(other)} onChange={({ target }) => onChange(readOther(target.value))}>
        <optgroup label="Stages of this visit">
          {shown.stages.map(
            ({ name, text }) =>
              name !== stage &&
              text !== undefined && (
                <option key={name} value={`stage:${name}`}>
                  {stageTitle(name)}
                </option>
              ),
          )}
        </optgroup>
        {shown.attempts > 1 && (
          <optgroup label={`${title} in other attempts`}>
            {upTo(shown.attempts).map(
              (number) =>
                number !== shown.attempt && (
                  <option key={number} value={`attempt:${number}`}>
                    Attempt {number + 1}
                  </option>
                ),
            )}
          </optgroup>
        )}
        {visits > 1 && (
          <optgroup label={`${title} in other visits`}>
            {upTo(Math.min(visits, MOST_VISITS)).map(
              (number) =>
                number !== shown.number && (
                  <option key={number} value={`visit:${number}`}>
                    Visit {number + 1}
                  </option>
                ),
            )}
          </optgroup>
        )}
        <optgroup label="Put aside">
          <option value="kept" disabled={kept === undefined}>
            {kept?.label ?? 'Nothing yet: “Put aside” keeps a value, also for other runs'}
          </option>
        </optgroup>
      </select>
    </label>
  );
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
