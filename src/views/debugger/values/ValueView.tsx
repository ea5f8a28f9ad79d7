import { Check, Copy, GitCompareArrows, Pin, Route } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Json, TextRange } from '../../../asl';
import type { StageValue, ValuePlace, VisitStages } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { JsonText } from '../../parts';
import { prettyJson } from '../eventDetails';
import { stateName } from '../stateName';
import { CompareWith } from './CompareWith';
import { DiffList } from './DiffList';
import { keepValue } from './keptValue';
import { Provenance } from './Provenance';
import { pathText } from './pathText';
import { sizeTone, sizeWords, stageTitle } from './stageTitles';
import { type Other, useOtherValue } from './useOtherValue';
import { ValueTree } from './ValueTree';
import styles from './values.module.css';

const RawDiff = lazy(() => import('./RawDiff'));

type Mode = 'tree' | 'raw' | 'changes' | 'texts';
const MODES: readonly (readonly [Mode, string])[] = [
  ['tree', 'Tree'],
  ['raw', 'Raw'],
  ['changes', 'Changes'],
  ['texts', 'Side by side'],
];

interface ValueViewProps {
  readonly shown: VisitStages;
  readonly stage: StageValue;
  readonly path: ValuePlace['path'];
  readonly visits: number;
  readonly run: string;
  readonly seen: number;
  readonly onShowText: ((range: TextRange) => void) | undefined;
}

/** The value of one stage: as a tree, as text, or compared with another one. */
export function ValueView({ shown, stage, path, visits, run, seen, onShowText }: ValueViewProps) {
  const { looking } = useWorkspaceActions();
  const [mode, setMode] = useState<Mode>('tree');
  const [picked, setPicked] = useState<Other>();
  const [asks, setAsks] = useState(false);
  const { text, name } = stage;
  const value = useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as Json)), [text]);
  const other = picked ?? { kind: 'stage', name: stageBefore(shown, name) };
  const compared = useOtherValue(shown.state, shown, name, other, run, seen);
  const title = stageTitle(name);
  const label = `${stateName(shown.state)} · ${title}`;
  const setPath = (next: ValuePlace['path']) =>
    looking.value({ visit: { state: shown.state, number: shown.number }, stage: name, path: next });
  return (
    <section className={styles.view} aria-label={`${title} of the visit`}>
      <div className={styles.top}>
        <header className={styles.head}>
          <h4>{title}</h4>
          <Expression stage={stage} onShowText={onShowText} />
          {stage.bytes !== undefined && (
            <span className={styles.size} data-tone={sizeTone(stage.bytes)}>
              {sizeWords(stage.bytes)} of 256 KiB
            </span>
          )}
          {stage.isApproximate && (
            <span
              className={styles.doubt}
              title="It holds a random number or an instant that was not recorded."
            >
              evaluated anew
            </span>
          )}
        </header>
        {text !== undefined && value !== undefined && (
          <div className={styles.bar} role="toolbar" aria-label="How the value is shown">
            <span className={styles.modes}>
              {MODES.map(([each, words]) => (
                <button key={each} type="button" aria-pressed={mode === each} onClick={() => setMode(each)}>
                  {words}
                </button>
              ))}
            </span>
            {(mode === 'changes' || mode === 'texts') && (
              <CompareWith shown={shown} stage={name} visits={visits} other={other} onChange={setPicked} />
            )}
            <span className={styles.acts}>
              {mode === 'tree' && (
                <>
                  <CopyButton label="Copy path" text={pathText(shown.language, name, path)} />
                  <button
                    type="button"
                    aria-pressed={asks}
                    title="Where does this value come from?"
                    onClick={() => setAsks(!asks)}
                  >
                    <Route size={13} aria-hidden="true" /> <span>Where from?</span>
                  </button>
                </>
              )}
              <CopyButton label="Copy value" text={prettyJson(textAt(value, path, text))} />
              <button
                type="button"
                title="Keep this value to compare others with it, also those of other runs"
                onClick={() => keepValue({ label: `${label} of ${run.slice(0, 8)}`, text })}
              >
                <Pin size={13} aria-hidden="true" /> <span>Put aside</span>
              </button>
            </span>
          </div>
        )}
      </div>
      {stage.problem !== undefined && (
        <p className={styles.problem} role="alert">
          {stage.problem}
        </p>
      )}
      {text !== undefined && value !== undefined && (
        <div className={styles.body}>
          {mode === 'tree' && (
            <ValueTree
              key={`${label} ${shown.number} ${shown.attempt}`}
              value={value}
              label={label}
              path={path}
              onPath={setPath}
            />
          )}
          {mode === 'raw' && <JsonText text={prettyJson(text)} label={label} />}
          {(mode === 'changes' || mode === 'texts') &&
            (compared === undefined ? (
              <p className={styles.none}>There is no such value to compare with.</p>
            ) : mode === 'changes' ? (
              <div className={styles.changes}>
                <p className={styles.pair}>
                  <GitCompareArrows size={13} aria-hidden="true" /> {compared.label} → {title}
                </p>
                <DiffList
                  before={JSON.parse(compared.text) as Json}
                  after={value}
                  language={shown.language}
                  stage={name}
                  onPath={(to) => {
                    setPath(to);
                    setMode('tree');
                  }}
                />
              </div>
            ) : (
              <Suspense fallback={<p className={styles.none}>Loading the editor …</p>}>
                <RawDiff before={compared.text} after={text} />
              </Suspense>
            ))}
          {asks && mode === 'tree' && (
            <Provenance
              place={{ visit: { state: shown.state, number: shown.number }, stage: name, path }}
              language={shown.language}
              run={run}
              seen={seen}
              onShowText={onShowText}
              onClose={() => setAsks(false)}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** The nearest stage before that did something. */
function stageBefore({ stages }: VisitStages, name: StageValue['name']): StageValue['name'] {
  const at = stages.findIndex((each) => each.name === name);
  const before = stages.slice(0, Math.max(0, at)).filter(({ isUsed, text }) => isUsed && text !== undefined);
  return before.at(-1)?.name ?? 'input';
}

function textAt(value: Json, path: ValuePlace['path'], whole: string): string {
  let at: unknown = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at === undefined ? whole : JSON.stringify(at);
}

interface ExpressionProps {
  readonly stage: StageValue;
  readonly onShowText: ValueViewProps['onShowText'];
}

/** What is written for a stage; leads to it in the editor. */
function Expression({ stage: { field, range }, onShowText }: ExpressionProps) {
  if (field === undefined) return null;
  return (
    <button
      type="button"
      className={styles.field}
      disabled={!range || !onShowText}
      title={onShowText ? 'Show it in the editor' : 'The definition was changed since the run'}
      onClick={() => range && onShowText?.(range)}
    >
      <span className={styles.made}>made by </span>
      <code>{field}</code>
    </button>
  );
}

function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      title={label === 'Copy path' ? text : label}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <Check size={13} aria-hidden="true" /> : <Copy size={13} aria-hidden="true" />}{' '}
      <span>{label}</span>
    </button>
  );
}
