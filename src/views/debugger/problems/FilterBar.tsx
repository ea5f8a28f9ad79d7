import { BellOff, Search, WandSparkles } from 'lucide-react';
import type { Diagnostic, Severity } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { classNames } from '../../parts';
import { type ProblemFilter, SEVERITIES } from './problems';
import styles from './problems.module.css';
import { SeverityIcon } from './SeverityIcon';

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['hint', 'hints'],
};

interface FilterBarProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly string[];
  readonly filter: ProblemFilter;
  readonly onFilter: (filter: ProblemFilter) => void;
}

/** How many there are of each severity, and which are shown. */
export function FilterBar({ diagnostics, silenced, filter, onFilter }: FilterBarProps) {
  const { fix } = useWorkspaceActions();
  const silent = diagnostics.filter(({ code }) => silenced.includes(code)).length;
  const heard = diagnostics.filter(({ code }) => !silenced.includes(code));
  const safe = heard.filter(({ fixes }) => fixes?.some((each) => each.safe)).length;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Filter problems">
      {SEVERITIES.map((severity) => {
        const count = heard.filter((each) => each.severity === severity).length;
        const hidden = filter.hidden.includes(severity);
        const others = filter.hidden.filter((each) => each !== severity);
        return (
          <button
            key={severity}
            type="button"
            className={styles.toggle}
            aria-pressed={!hidden}
            disabled={count === 0}
            onClick={() => onFilter({ ...filter, hidden: hidden ? others : [...others, severity] })}
          >
            <SeverityIcon severity={severity} silent /> {count} {NAMES[severity][count === 1 ? 0 : 1]}
          </button>
        );
      })}
      <span className={styles.search}>
        <Search size={13} aria-hidden="true" />
        <input
          type="search"
          value={filter.text}
          placeholder="Filter"
          aria-label="Filter problems by text"
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        />
      </span>
      {silent > 0 && (
        <button
          type="button"
          className={classNames(styles.toggle, styles.quiet)}
          aria-pressed={filter.silenced}
          onClick={() => onFilter({ ...filter, silenced: !filter.silenced })}
        >
          <BellOff size={13} aria-hidden="true" /> {silent} silenced
        </button>
      )}
      {safe > 0 && (
        <button
          type="button"
          className={classNames(styles.fix, styles.safe)}
          title="Applies every fix that does what was surely meant"
          onClick={() => void fix({ type: 'safe' })}
        >
          <WandSparkles size={13} aria-hidden="true" /> Apply safe fixes
        </button>
      )}
    </div>
  );
}
