import { useMemo } from 'react';
import type { Json, QueryLanguage } from '../../../asl';
import type { StageValue, ValuePlace } from '../../../worker';
import { pathText } from './pathText';
import { structuralDiff } from './structuralDiff';
import styles from './values.module.css';

interface DiffListProps {
  readonly before: Json;
  readonly after: Json;
  readonly language: QueryLanguage;
  readonly stage: StageValue['name'];
  readonly onPath: (path: ValuePlace['path']) => void;
}

const WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;
const SIGNS = { added: '+', removed: '−', changed: '~' } as const;
const MOST_TEXT = 300;

/** What changed between two values, by path. */
export function DiffList({ before, after, language, stage, onPath }: DiffListProps) {
  const { list, isCut } = useMemo(() => structuralDiff(before, after), [before, after]);
  if (list.length === 0) return <p className={styles.none}>The two values are the same.</p>;
  return (
    <>
      <p className={styles.sum}>
        {(['added', 'removed', 'changed'] as const).map((kind) => {
          const count = list.filter((each) => each.kind === kind).length;
          return count === 0 ? null : (
            <span key={kind} data-kind={kind}>
              {count} {WORDS[kind].toLowerCase()}
            </span>
          );
        })}
        {isCut && <span>more are not listed</span>}
      </p>
      <ul className={styles.diff} aria-label="Differences">
        {list.map((each) => (
          <li key={`${each.kind} ${JSON.stringify(each.path)}`} data-kind={each.kind}>
            <span className={styles.sign} title={WORDS[each.kind]} role="img" aria-label={WORDS[each.kind]}>
              {SIGNS[each.kind]}
            </span>
            <button type="button" onClick={() => onPath(each.path)} disabled={each.kind === 'removed'}>
              {pathText(language, stage, each.path)}
            </button>
            <span className={styles.change}>
              {'before' in each && <del>{short(each.before)}</del>}
              {'after' in each && <ins>{short(each.after)}</ins>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}
