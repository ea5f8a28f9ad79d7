import { CircleAlert, Play } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { StatePath } from '../../../asl';
import type { TrialResult } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { classNames, JsonText } from '../../parts';
import { useForm } from '../form/form';
import styles from './TestTab.module.css';
import {
  type Answered,
  draftFrom,
  jsonProblem,
  outcomeWords,
  stagesOf,
  type TestDraft,
  trialOf,
} from './testDraft';

interface TestTabProps {
  readonly path: StatePath;
  /** Something answers it: a service, or its inside. */
  readonly asks: boolean;
  /** What answers it may be an error. */
  readonly canFail: boolean;
}

interface Tested {
  readonly result: TrialResult;
  /** Milliseconds. */
  readonly took: number;
}

/** What was typed for the state tested last: it outlives a look at another tab. */
let typed: { readonly path: StatePath; readonly own: Partial<TestDraft> } | undefined;

/** One state tested alone, as TestState does, on whatever data: nothing of the rest runs. */
export default function TestTab({ path, asks, canFail }: TestTabProps) {
  const { tryState } = useWorkspaceActions();
  const { trial } = useForm();
  const [own, setOwn] = useState<Partial<TestDraft>>(() => (typed?.path === path ? typed.own : {}));
  const [tested, setTested] = useState<Tested>();
  const outcome = useRef<HTMLElement>(null);
  // Below the fields, it would not be seen to have come.
  useEffect(() => {
    if (tested) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [tested]);
  const draft: TestDraft = { ...draftFrom(trial?.data), ...own };
  const change = (part: Partial<TestDraft>) => {
    typed = { path, own: { ...own, ...part } };
    setOwn(typed.own);
  };
  const problems = {
    input: jsonProblem(draft.input, 'value'),
    variables: jsonProblem(draft.variables, 'object'),
    result: asks && draft.answered === 'result' ? jsonProblem(draft.result, 'value') : undefined,
  };
  const isReady = Object.values(problems).every((problem) => problem === undefined);
  const test = async () => {
    const started = performance.now();
    const result = await tryState(trialOf(path, asks ? draft : { ...draft, answered: 'stub' }));
    setTested({ result, took: performance.now() - started });
  };
  return (
    <>
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
      {asks && <AnswerFields draft={draft} canFail={canFail} problem={problems.result} onChange={change} />}
      <button type="button" className={styles.run} disabled={!isReady} onClick={() => void test()}>
        <Play size={14} aria-hidden="true" /> Test state
      </button>
      <section ref={outcome} aria-label="Outcome of the test" aria-live="polite">
        {tested && <Outcome tested={tested} />}
      </section>
    </>
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
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          <CircleAlert size={13} aria-hidden="true" /> {problem}
        </p>
      )}
    </div>
  );
}

interface AnswerFieldsProps {
  readonly draft: TestDraft;
  readonly canFail: boolean;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<TestDraft>) => void;
}

const CHOICES: readonly { readonly value: Answered; readonly label: string }[] = [
  { value: 'stub', label: 'a stub' },
  { value: 'result', label: 'this result' },
  { value: 'error', label: 'this error' },
];

function AnswerFields({ draft, canFail, problem, onChange }: AnswerFieldsProps) {
  const { answered, result, error, cause } = draft;
  const id = useId();
  const choices = CHOICES.filter(({ value }) => canFail || value !== 'error');
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>Answered with</label>
        <select
          id={id}
          className={styles.line}
          value={answered}
          onChange={({ target }) => {
            const choice = choices.find(({ value }) => value === target.value);
            if (choice) onChange({ answered: choice.value });
          }}
        >
          {choices.map(({ value, label }) => (
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
          problem={problem}
          rows={4}
          onChange={(text) => onChange({ result: text })}
        />
      )}
      {answered === 'error' && (
        <div className={styles.field}>
          <input
            className={styles.line}
            aria-label="Error name"
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
        </div>
      )}
    </>
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
      {cause !== undefined && <JsonText text={cause} label="Cause of the failure" prose />}
      <div className={styles.stages} role="toolbar" aria-label="Stages of the test">
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
      </div>
      {shown && <JsonText key={shown.name} text={shown.text} label={`${shown.title} in the test`} />}
    </>
  );
}
