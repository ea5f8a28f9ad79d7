import { ArrowDown, Flag, X } from 'lucide-react';
import type { QueryLanguage, TextRange } from '../../../asl';
import type { TraceEnd, TraceLink, ValuePlace } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';
import { stateName } from '../stateName';
import { pathText } from './pathText';
import { stageTitle } from './stageTitles';
import styles from './values.module.css';

interface ProvenanceProps {
  readonly place: ValuePlace;
  readonly language: QueryLanguage;
  readonly run: string;
  readonly seen: number;
  /** Absent: what is in the editor is not what was run. */
  readonly onShowText: ((range: TextRange) => void) | undefined;
  readonly onClose: () => void;
}

/** The way of a value, backwards, to where it came into the run or was computed. */
export function Provenance({ place, language, run, seen, onShowText, onClose }: ProvenanceProps) {
  const { execution, looking } = useWorkspaceActions();
  const trace = useFetched(`${run} ${JSON.stringify(place)}`, seen, () =>
    execution.look('traceValue', place),
  );
  const go = (to: ValuePlace, range: TextRange | undefined) => {
    looking.value({ visit: to.visit, stage: to.stage, path: to.path });
    if (range) onShowText?.(range);
  };
  return (
    <aside className={styles.provenance} aria-label="Where the value comes from">
      <header>
        <h4>Where it comes from</h4>
        <button
          type="button"
          className={styles.icon}
          aria-label="Close the way of the value"
          onClick={onClose}
        >
          <X size={13} aria-hidden="true" />
        </button>
      </header>
      {trace === undefined ? (
        <p className={styles.none}>Following it back …</p>
      ) : (
        <>
          <ol>
            {trace.links.map((link, index) => (
              <Link
                key={keyOfLink(link)}
                link={link}
                before={trace.links[index - 1]}
                language={language}
                onGo={go}
              />
            ))}
          </ol>
          <End end={trace.end} onGo={go} onShowText={onShowText} />
        </>
      )}
    </aside>
  );
}

/** A value passes a place once: its way leads backwards in time. */
const keyOfLink = ({ visit, stage, path }: TraceLink): string => JSON.stringify([visit, stage, path]);

interface LinkProps {
  readonly link: TraceLink;
  readonly before: TraceLink | undefined;
  readonly language: QueryLanguage;
  readonly onGo: (to: ValuePlace, range: TextRange | undefined) => void;
}

function Link({ link, before, language, onGo }: LinkProps) {
  const { visit, stage, path, expression, range } = link;
  const isNew = before?.visit.state !== visit.state || before.visit.number !== visit.number;
  return (
    <li>
      {isNew && (
        <strong>
          {stateName(visit.state)}
          {visit.number > 0 && ` · visit ${visit.number + 1}`}
        </strong>
      )}
      <button type="button" onClick={() => onGo(link, range)}>
        <span>{stageTitle(stage)}</span>
        <code>{pathText(language, stage, path)}</code>
      </button>
      {expression !== undefined && (
        <span className={styles.by}>
          <ArrowDown size={11} aria-hidden="true" /> <code>{expression.slice(0, 160)}</code>
        </span>
      )}
    </li>
  );
}

interface EndProps {
  readonly end: TraceEnd;
  readonly onGo: LinkProps['onGo'];
  readonly onShowText: ProvenanceProps['onShowText'];
}

function End({ end: { words, expression, range, reads }, onGo, onShowText }: EndProps) {
  return (
    <div className={styles.end}>
      <p>
        <Flag size={12} aria-hidden="true" /> {words}
      </p>
      {expression !== undefined && expression !== '' && (
        <button
          type="button"
          className={styles.last}
          disabled={!range || !onShowText}
          onClick={() => range && onShowText?.(range)}
        >
          <code>{expression.slice(0, 400)}</code>
        </button>
      )}
      {reads.length > 0 && (
        <ul aria-label="What it was computed of">
          {reads.map(({ words: each, place }) => (
            <li key={each}>
              {place ? (
                <button type="button" onClick={() => onGo(place, undefined)}>
                  {each}
                </button>
              ) : (
                each
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
