import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../worker';
import { selectSeen, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { stateName } from '../stateName';
import { pathText } from './pathText';
import styles from './search.module.css';
import { stageTitle } from './stageTitles';

/** Places listed at a time. */
const MOST_HITS = 200;
/** Milliseconds after the last key. */
const PAUSE = 200;

interface Found {
  readonly hits: readonly SearchHit[];
  readonly next: number;
  readonly total: number;
}

/** Finds keys, values and paths in the data of the whole run. */
export default function SearchData() {
  const { looking } = useWorkspaceActions();
  const [query, setQuery] = useState('');
  const { found, more } = useSearch(query);
  const isDone = found !== undefined && found.next >= found.total;
  const open = ({ place }: SearchHit) => {
    looking.value(place);
    setQuery('');
  };
  return (
    <search className={styles.search}>
      <label className={styles.field}>
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label="Search the data"
          placeholder="Search the data of the run: a key, a value, order.items[0].sku"
          spellCheck={false}
          maxLength={200}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && setQuery('')}
        />
        {query !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label="Clear the search"
            onClick={() => setQuery('')}
          >
            <X size={13} aria-hidden="true" />
          </button>
        )}
      </label>
      {query.trim() !== '' && (
        <div className={styles.results}>
          <p className={styles.state} role="status">
            {found === undefined ? 'Searching …' : wordsOf(found, isDone)}
          </p>
          <ul aria-label="Places found">
            {found?.hits.map((hit) => (
              <li key={`${hit.position} ${hit.place.stage} ${JSON.stringify(hit.place.path)}`}>
                <Hit hit={hit} onOpen={() => open(hit)} />
              </li>
            ))}
          </ul>
          {found && !isDone && found.hits.length >= MOST_HITS && (
            <button type="button" className={styles.more} onClick={more}>
              Find more
            </button>
          )}
        </div>
      )}
    </search>
  );
}

function Hit({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: () => void }) {
  const { place, event, attempt, excerpt } = hit;
  return (
    <button type="button" className={styles.hit} onClick={onOpen}>
      <span className={styles.event}>{event}</span>
      <strong>{stateName(place.visit.state)}</strong>
      <span className={styles.stage}>
        {place.visit.number > 0 && `visit ${place.visit.number + 1} · `}
        {stageTitle(place.stage)}
        {attempt !== undefined && ` · attempt ${attempt + 1}`}
      </span>
      <code className={styles.path}>{pathText('JSONPath', place.stage, place.path)}</code>
      <code className={styles.excerpt}>{excerpt}</code>
    </button>
  );
}

function wordsOf({ hits, next, total }: Found, isDone: boolean): string {
  const places = `${hits.length.toLocaleString('en')} ${hits.length === 1 ? 'place' : 'places'}`;
  if (isDone) return hits.length === 0 ? 'Nothing of that in the data of the run.' : places;
  return `${places} in ${next.toLocaleString('en')} of ${total.toLocaleString('en')} events`;
}

/** Asks part by part, until enough is found; another query, or none, ends it. */
function useSearch(query: string) {
  const { execution } = useWorkspaceActions();
  const seen = useWorkspace(selectSeen);
  const [found, setFound] = useState<Found & { readonly query: string; readonly seen: number }>();
  const [most, setMost] = useState(MOST_HITS);
  const wanted = query.trim();

  useEffect(() => {
    if (wanted === '') {
      setFound(undefined);
      setMost(MOST_HITS);
      return;
    }
    let gone = false;
    const search = async () => {
      const hits: SearchHit[] = [];
      for (let from = 0, total = 1; from < total && hits.length < most && !gone; ) {
        const page = await execution.look('searchData', { query: wanted, from });
        hits.push(...page.hits);
        ({ next: from, total } = page);
        if (!gone) setFound({ query: wanted, seen, hits: hits.slice(0, most), next: from, total });
      }
    };
    const timer = setTimeout(() => {
      // The worker is gone when it does not answer; the page has said so.
      search().catch(() => setFound(undefined));
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wanted, most, seen, execution]);

  return {
    found: found?.query === wanted && found.seen === seen ? found : undefined,
    more: () => setMost(most + MOST_HITS),
  };
}
