import { CircleAlert, Play } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { StatePath } from '../../../asl';
import { standInResult, type TrialResult } from '../../../worker';
import { selectDefinition, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { classNames, JsonText } from '../../parts';
import { useForm } from '../form/form';
import styles from './TestTab.module.css';
import {
  type Answered,
  draftFrom,
  jsonProblem,
  outcomeWords,
  retriesProblem,
  stagesOf,
  type TestDraft,
  trialOf,
} from './testDraft';

interface TestTabProps {
  readonly path: StatePath;
  /** Something answers it: a service, or its inside. */
  readonly asks: boolean;
}

interface Tested {
  readonly result: TrialResult;
  /** Milliseconds. */
  readonly took: number;
  /** What was tested, as text: the state as it was written, and its data. */
  readonly what: string;
}

interface Typed {
  /** Another workflow may have a state at the same path. */
  readonly workflow: string;
  readonly path: StatePath;
  readonly own: Partial<TestDraft>;
}

/** What was typed for the state tested last: it outlives a look at another tab. */
let typed: Typed | undefined;

/** One state tested alone, as TestState does, on whatever data: nothing of the rest runs. */
export default function TestTab(props: TestTabProps) {
  const workflow = useWorkspace(selectDefinition);
  return <StateTest key={`${workflow} ${props.path}`} {...props} workflow={workflow} />;
}

function StateTest({ path, asks, workflow }: TestTabProps & { readonly workflow: string }) {
  const { tryState } = useWorkspaceActions();
  const { trial, definition, language } = useForm();
  const [own, setOwn] = useState<Partial<TestDraft>>(() =>
    typed?.path === path && typed.workflow === workflow ? typed.own : {},
  );
  const [tested, setTested] = useState<Tested>();
  const [isTesting, setTesting] = useState(false);
  const tests = useRef(0);
  const outcome = useRef<HTMLElement>(null);
  // Below the fields, it would not be seen to have come.
  useEffect(() => {
    if (tested) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [tested]);
  const data = trial?.data;
  const first = useMemo(() => draftFrom(data, standInResult(definition)), [data, definition]);
  const draft: TestDraft = { ...first, ...own };
  const change = (part: Partial<TestDraft>) => {
    typed = { workflow, path, own: { ...own, ...part } };
    setOwn(typed.own);
  };
  const { answered } = draft;
  const problems = {
    input: jsonProblem(draft.input, 'value'),
    variables: jsonProblem(draft.variables, 'object'),
    result: asks && answered === 'result' ? jsonProblem(draft.result, 'value') : undefined,
    retries: asks && answered === 'error' ? retriesProblem(draft.retries) : undefined,
  };
  const isReady = Object.values(problems).every((problem) => problem === undefined);
  const request = trialOf(path, asks ? draft : { ...draft, answered: 'stub' });
  const what = tested && JSON.stringify([definition, language, request]);
  const test = async () => {
    const number = ++tests.current;
    const started = performance.now();
    setTesting(true);
    try {
      const result = await tryState(request);
      const took = performance.now() - started;
      // An older test may be answered later.
      if (number === tests.current)
        setTested({ result, took, what: JSON.stringify([definition, language, request]) });
    } catch {
      // A worker is gone; the page has said so.
    } finally {
      if (number === tests.current) setTesting(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (isReady) void test();
  };
  return (
    <fieldset className={styles.whole} aria-label="Test of the state" data-keys="Mod+Enter" onKeyDown={press}>
      <p className={styles.note}>
        Runs this state alone, as it is written now. Nothing before or after it runs, and nothing is waited
        for.
      </p>
      <JsonField
        label="Input of the test"
        value={draft.input}
        problem={problems.input}
        onChange={(input) => change({ input })}
      />
      <JsonField
        label="Variables before it"
        value={draft.variables}
        problem={problems.variables}
        rows={3}
        onChange={(variables) => change({ variables })}
      />
      {asks && <AnswerFields draft={draft} problems={problems} onChange={change} />}
      <div className={styles.start}>
        <button
          type="button"
          className={styles.run}
          disabled={!isReady}
          aria-keyshortcuts="Control+Enter"
          title="Test state (Ctrl+Enter)"
          onClick={() => void test()}
        >
          <Play size={14} aria-hidden="true" /> Test state
        </button>
        {isTesting && <span className={styles.busy}>Testing…</span>}
      </div>
      <section ref={outcome} aria-label="Outcome of the test" aria-live="polite" aria-busy={isTesting}>
        {tested && what !== tested.what && !isTesting && (
          <p className={styles.stale}>
            The state or its data has changed since. This is what came of it before:
          </p>
        )}
        {tested && <Outcome tested={tested} />}
      </section>
    </fieldset>
  );
}

interface JsonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly rows?: number;
  readonly onChange: (text: string) => void;
}

function JsonField({ label, value, problem, rows = 6, onChange }: JsonFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.code}
        rows={rows}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== undefined && <Problem id={`${id}-problem`} words={problem} />}
    </div>
  );
}

interface AnswerFieldsProps {
  readonly draft: TestDraft;
  readonly problems: { readonly result: string | undefined; readonly retries: string | undefined };
  readonly onChange: (part: Partial<TestDraft>) => void;
}

const CHOICES: readonly { readonly value: Answered; readonly label: string }[] = [
  { value: 'stub', label: 'a stub' },
  { value: 'result', label: 'this result' },
  { value: 'error', label: 'this error' },
];

function AnswerFields({ draft, problems, onChange }: AnswerFieldsProps) {
  const { answered, result, error, cause, retries } = draft;
  const id = useId();
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>Answered with</label>
        <select
          id={id}
          className={styles.line}
          value={answered}
          onChange={({ target }) => {
            const choice = CHOICES.find(({ value }) => value === target.value);
            if (choice) onChange({ answered: choice.value });
          }}
        >
          {CHOICES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {answered === 'result' && (
        <JsonField
          label="Result"
          value={result}
          problem={problems.result}
          rows={4}
          onChange={(text) => onChange({ result: text })}
        />
      )}
      {answered === 'error' && (
        <div className={styles.field}>
          <input
            className={styles.line}
            aria-label="Error name"
            placeholder="Error name"
            value={error}
            onChange={({ target }) => onChange({ error: target.value })}
          />
          <input
            className={styles.line}
            aria-label="Cause"
            placeholder="Cause"
            value={cause}
            onChange={({ target }) => onChange({ cause: target.value })}
          />
          <label className={styles.beside}>
            Retries before it
            <input
              className={styles.line}
              inputMode="numeric"
              size={4}
              aria-invalid={problems.retries !== undefined}
              aria-describedby={problems.retries === undefined ? undefined : `${id}-retries`}
              value={retries}
              onChange={({ target }) => onChange({ retries: target.value })}
            />
          </label>
          {problems.retries !== undefined && <Problem id={`${id}-retries`} words={problems.retries} />}
        </div>
      )}
    </>
  );
}

function Problem({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <p id={id} className={styles.problem}>
      <CircleAlert size={13} aria-hidden="true" /> {words}
    </p>
  );
}

function Outcome({ tested: { result, took } }: { readonly tested: Tested }) {
  const [chosen, setChosen] = useState<string>();
  const stages = stagesOf(result);
  const shown = stages.find(({ name }) => name === chosen) ?? stages.at(-1);
  const { words, good } = outcomeWords(result);
  const cause = result.ok ? result.response.cause : undefined;
  return (
    <>
      <p className={classNames(styles.outcome, good ? styles.good : styles.bad)}>
        <strong>{words}</strong> <span className={styles.took}>{Math.max(1, Math.round(took))} ms</span>
      </p>
      {cause !== undefined && cause !== '' && (
        <div className={styles.cause}>
          <JsonText text={cause} label="Cause of the failure" prose />
        </div>
      )}
      <fieldset className={styles.stages} aria-label="Stages of the test">
        {stages.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            className={styles.stage}
            aria-pressed={name === shown?.name}
            onClick={() => setChosen(name)}
          >
            {title}
          </button>
        ))}
      </fieldset>
      {shown && <JsonText key={shown.name} text={shown.text} label={`${shown.title} in the test`} />}
    </>
  );
}
