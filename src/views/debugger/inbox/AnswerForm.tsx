import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useId, useState } from 'react';
import type { CallAnswer } from '../../../services';
import type { CallDetail, OpenCall } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { classNames, useFetched } from '../../parts';
import { type AnswerFields, answerOf, ENDING_WORDS, endingsOf } from './answers';
import styles from './inbox.module.css';
import { TokenTools } from './TokenTools';

interface AnswerFormProps {
  readonly call: OpenCall;
  readonly detail: CallDetail;
  readonly onAnswered: () => void;
}

/** What the call gets: a result, an error, or no answer in time. */
export function AnswerForm({ call, detail, onAnswered }: AnswerFormProps) {
  const { calls } = useWorkspaceActions();
  const id = useId();
  const [refused, setRefused] = useState<string>();
  const [fields, setFields] = useState<AnswerFields>({
    ending: 'succeed',
    output: detail.sample,
    // What Step Functions itself finds wrong is seldom what somebody wants to throw.
    error: detail.errors.find((name) => !name.startsWith('States.')) ?? '',
    cause: '',
  });
  const { ending } = fields;
  const change = (part: Partial<AnswerFields>) => {
    setRefused(undefined);
    setFields({ ...fields, ...part });
  };
  const give = async (answer: CallAnswer): Promise<boolean> => {
    const problem = await calls.answer(call.task, answer);
    setRefused(problem && `${problem.exception}: ${problem.message}`);
    return problem === undefined;
  };
  const submit = async () => {
    if (await give(answerOf(fields))) onAnswered();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    void submit();
  };
  const endings = endingsOf(call);
  return (
    <form
      className={styles.form}
      aria-label={`Answer to ${call.stateName}`}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <div className={styles.line}>
        <fieldset className={styles.endings}>
          <legend className="visually-hidden">Answer</legend>
          {endings.map(([each, words]) => (
            <label key={each} className={classNames(styles.ending, each === ending && styles.chosen)}>
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-ending`}
                checked={each === ending}
                onChange={() => change({ ending: each })}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <button type="submit" className={styles.submit} title="Send answer (Alt+Enter)">
          Send answer
        </button>
      </div>
      {ending === 'succeed' && (
        <Output call={call} output={fields.output} onChange={(output) => change({ output })} />
      )}
      {ending === 'fail' && (
        <div className={styles.line}>
          <label className={styles.labelled}>
            Error
            <input
              className={styles.field}
              list={`${id}-errors`}
              value={fields.error}
              onChange={({ target }) => change({ error: target.value })}
            />
          </label>
          <datalist id={`${id}-errors`}>
            {detail.errors.map((error) => (
              <option key={error} value={error} />
            ))}
          </datalist>
          <label className={styles.labelled}>
            Cause
            <input
              className={styles.field}
              value={fields.cause}
              onChange={({ target }) => change({ cause: target.value })}
            />
          </label>
        </div>
      )}
      {ENDING_WORDS[ending] !== '' && <p className={styles.note}>{ENDING_WORDS[ending]}</p>}
      {refused !== undefined && (
        <p className={styles.problem} role="alert">
          <CircleAlert size={13} aria-hidden="true" /> {refused}
        </p>
      )}
      <TokenTools
        call={call}
        detail={detail}
        answer={answerOf(fields)}
        onGive={(answer) => void give(answer)}
      />
    </form>
  );
}

interface OutputProps {
  readonly call: OpenCall;
  readonly output: string;
  readonly onChange: (output: string) => void;
}

/** The result, and what the service would not answer. */
function Output({ call, output, onChange }: OutputProps) {
  const { calls } = useWorkspaceActions();
  const id = useId();
  const found = useFetched(`${call.task}`, output, () => calls.check(call.task, output));
  const bad = (found?.problems.length ?? 0) > 0;
  return (
    <>
      <textarea
        className={styles.output}
        aria-label="Result"
        aria-invalid={bad}
        aria-describedby={`${id}-findings`}
        rows={Math.min(10, Math.max(3, output.split('\n').length))}
        spellCheck={false}
        value={output}
        onChange={({ target }) => onChange(target.value)}
      />
      <div id={`${id}-findings`} role="status">
        {found?.problems.map((problem) => (
          <p key={problem} className={styles.problem}>
            <CircleAlert size={13} aria-hidden="true" /> {problem}
          </p>
        ))}
        {found?.warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            <TriangleAlert size={13} aria-hidden="true" /> {warning}
          </p>
        ))}
      </div>
    </>
  );
}
