import { CloudDownload, Equal, FileInput, Play } from 'lucide-react';
import { useMemo } from 'react';
import type { ExecutionAnswer } from '../../../asl';
import { selectRun, selectRunIsOutdated, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { JsonText } from '../../parts';
import { prettyJson } from '../eventDetails';
import styles from './answers.module.css';
import { CloseAnswer } from './CloseAnswer';
import { sameData } from './compared';
import { comparedEnds, type EndsVerdict } from './comparedEnds';
import { endWords, historyCommand, missingWords, TOO_LARGE } from './executionWords';

interface AboutExecutionProps {
  readonly execution: ExecutionAnswer;
  /** A reload loses it. */
  readonly unkept: boolean;
  /** @returns whether it was taken */
  readonly takeInput: () => Promise<boolean>;
  readonly dismiss: () => void;
}

/** How an execution at AWS began and ended, and what the last run here came to on the same input. */
export function AboutExecution({ execution, unkept, takeInput, dismiss }: AboutExecutionProps) {
  const { execution: runs } = useWorkspaceActions();
  const { name, machine, input, output, status, error, cause } = execution;
  const run = async () => {
    // Of another workflow that came on show meanwhile nothing is run.
    if (await takeInput()) await runs.run();
  };
  return (
    <section className={styles.pane} aria-label="Answer from AWS">
      <header className={styles.bar}>
        <CloudDownload size={14} aria-hidden="true" />
        <p className={styles.head}>
          The execution <code>{name}</code>
          {machine !== undefined && (
            <>
              {' '}
              of <code>{machine}</code>
            </>
          )}{' '}
          <strong data-status={status}>{endWords(execution)}</strong> at AWS. Your workflow stays as it is.
          {unkept && TOO_LARGE}
        </p>
        {input.kind === 'text' && (
          <>
            <button type="button" className={styles.accented} onClick={() => void run()}>
              <Play size={13} aria-hidden="true" /> Run here on its input
            </button>
            <button type="button" className={styles.button} onClick={() => void takeInput()}>
              <FileInput size={13} aria-hidden="true" /> Use its input
            </button>
          </>
        )}
        <CloseAnswer onClose={dismiss} />
      </header>
      <div className={styles.columns}>
        <section className={styles.column} aria-label="Input at AWS">
          <h3>Input</h3>
          {input.kind === 'text' ? (
            <JsonText text={prettyJson(input.text)} label="Input at AWS" />
          ) : (
            <p className={styles.note}>{missingWords('input', input, status)}</p>
          )}
          <History execution={execution} />
        </section>
        <section className={styles.column} aria-label="Result at AWS">
          <h3>At AWS</h3>
          {error !== undefined && <p className={styles.error}>{error}</p>}
          {cause !== undefined && <JsonText text={prettyJson(cause)} label="Cause at AWS" prose />}
          {output.kind === 'text' && <JsonText text={prettyJson(output.text)} label="Output at AWS" />}
          {output.kind !== 'text' && error === undefined && (
            <p className={styles.note}>{missingWords('output', output, status)}</p>
          )}
        </section>
        <OwnResult execution={execution} />
      </div>
    </section>
  );
}

/** It holds no events: what to get for seeing its way. */
function History({ execution: { arn, type } }: { readonly execution: ExecutionAnswer }) {
  if (type === 'EXPRESS')
    return (
      <p className={styles.note}>
        This answer does not say which states it went through. AWS keeps that of Express executions in their
        logs only: paste its log records to replay it.
      </p>
    );
  return (
    <>
      <p className={styles.note}>
        This answer does not say which states it went through. To replay it, paste its history:
      </p>
      <JsonText text={historyCommand(arn)} label="Command for its history" prose />
    </>
  );
}

/** Of the run on show, when it had the same input. */
function OwnResult({ execution }: { readonly execution: ExecutionAnswer }) {
  const { input } = execution;
  const run = useWorkspace(selectRun);
  const changed = useWorkspace(selectRunIsOutdated);
  const own = run?.result;
  // What was opened as a recorded run did not run here.
  const ownInput = run?.recorded ? undefined : run && (run.input || '{}');
  const same = useMemo(
    () => ownInput !== undefined && input.kind === 'text' && sameData(ownInput, input.text),
    [ownInput, input],
  );
  const verdict = useMemo(() => own && comparedEnds(execution, own), [execution, own]);
  if (!run || !same)
    return (
      <section className={styles.column} aria-label="Result here">
        <h3>Here</h3>
        <p className={styles.note}>
          {input.kind === 'text'
            ? 'Not run here on this input yet. Tasks are answered by stubs or by your mocks.'
            : 'Without its input it cannot be run here.'}
        </p>
      </section>
    );
  return (
    <section className={styles.column} aria-label="Result here">
      <header className={styles.said}>
        <h3>Here</h3>
        <Verdict verdict={verdict} />
      </header>
      {!own && <p className={styles.note}>The run has not ended yet.</p>}
      {changed && <p className={styles.note}>The workflow has changed since this run.</p>}
      {own?.error !== undefined && <p className={styles.error}>{own.error}</p>}
      {own?.cause !== undefined && <JsonText text={prettyJson(own.cause)} label="Cause here" prose />}
      {own?.output !== undefined && <JsonText text={prettyJson(own.output)} label="Output here" />}
    </section>
  );
}

const VERDICTS: Readonly<Record<EndsVerdict, string>> = {
  same: 'The same result as at AWS.',
  other: 'Another result than at AWS.',
  sameEnd: 'It ended as at AWS; the outputs cannot be compared.',
  unknown: 'How it ends at AWS is not known yet.',
};

function Verdict({ verdict }: { readonly verdict: EndsVerdict | undefined }) {
  return (
    <p className={styles.verdict} role="status">
      {verdict === 'same' && <Equal size={14} aria-hidden="true" />}
      {verdict === 'other' && <span aria-hidden="true">≠</span>}
      {verdict && VERDICTS[verdict]}
    </p>
  );
}
