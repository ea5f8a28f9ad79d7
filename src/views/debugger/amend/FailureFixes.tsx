import { Drama, Wrench } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { StatePath } from '../../../asl';
import type { StateDetail, VisitExplanation } from '../../../worker';
import { selectServices, selectText, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';
import styles from './FailedExpression.module.css';
import { fieldAt, withText } from './fieldText';

const StateMockEditor = lazy(async () => ({
  default: (await import('../mocks/StateMockEditor')).StateMockEditor,
}));

interface FailureFixesProps {
  readonly state: StatePath;
  readonly why: VisitExplanation;
}

/** What can be done about a failure, by a press each; of the definition as it stands now. */
export function FailureFixes({ state, why }: FailureFixesProps) {
  const { describeState } = useWorkspaceActions();
  const text = useWorkspace(selectText);
  const detail = useFetched(state, text, () => describeState(state));
  if (!detail) return null;
  return (
    <>
      {why.evaluation && <TextFixes state={state} detail={detail} evaluation={why.evaluation} />}
      {why.failure && (
        <Handlers state={state} detail={detail} failure={why.failure} evaluated={!why.evaluation} />
      )}
    </>
  );
}

interface TextFixesProps {
  readonly state: StatePath;
  readonly detail: StateDetail;
  readonly evaluation: NonNullable<VisitExplanation['evaluation']>;
}

function TextFixes({ state, detail, evaluation }: TextFixesProps) {
  const { edit } = useWorkspaceActions();
  const { field, text, fixes, result } = evaluation;
  const [top, ...rest] = field;
  const own = typeof top === 'string' ? detail.definition[top] : undefined;
  if (fieldAt(detail.definition, field) !== text)
    return <p className={styles.since}>The definition says something else there since this run.</p>;
  const apply = (better: string, label: string) => {
    if (typeof top !== 'string' || own === undefined) return;
    const fields = [{ name: top, value: withText(own, rest, better) }];
    void edit({ type: 'setFields', object: state, fields, label });
  };
  return (
    <>
      <Fixes>
        {fixes.map(({ title, text: better }) => (
          <Fix key={better} onApply={() => apply(better, title)}>
            {title}
          </Fix>
        ))}
      </Fixes>
      {detail.type === 'Task' && result !== undefined && <MockTask state={state} result={result} />}
    </>
  );
}

/** A Task whose answer lacked something can be given another one. */
function MockTask({ state, result }: { readonly state: StatePath; readonly result: unknown }) {
  const { taskMocks } = useWorkspaceActions();
  const isMocked = useWorkspace(selectServices).tasks.some((each) => each.state === state);
  const [edits, setEdits] = useState(false);
  const begin = () => {
    const outcome = { type: 'return', value: JSON.stringify(result, null, 2) } as const;
    if (!isMocked) taskMocks.set(state, { kind: 'fixed', outcome });
    setEdits(true);
  };
  if (!edits)
    return (
      <Fixes>
        <button
          type="button"
          className={styles.fix}
          title="The next runs get the answer that you write; it begins as the one that came"
          onClick={begin}
        >
          <Drama size={13} aria-hidden="true" /> {isMocked ? 'Change the mock…' : 'Mock this Task…'}
        </button>
      </Fixes>
    );
  return (
    <Suspense>
      <StateMockEditor state={state} report={undefined} onClose={() => setEdits(false)} />
    </Suspense>
  );
}

interface HandlersProps {
  readonly state: StatePath;
  readonly detail: StateDetail;
  readonly failure: NonNullable<VisitExplanation['failure']>;
  /** No expression of its own failed. */
  readonly evaluated: boolean;
}

/** A Retry or a Catch where there is none that could have helped, a Default where no rule of a Choice did. */
function Handlers({ state, detail, failure: { isUnmatchable }, evaluated }: HandlersProps) {
  const { refactorings, fix } = useWorkspaceActions();
  const { type, definition, findings } = detail;
  const canHandle = (type === 'Task' || type === 'Parallel' || type === 'Map') && !isUnmatchable;
  // In JSONata a Choice without a way on fails with States.Runtime, in JSONPath with States.NoChoiceMatched.
  const unmatched = type === 'Choice' && evaluated ? findings : [];
  return (
    <Fixes>
      {canHandle && definition.Retry === undefined && (
        <Fix onApply={() => refactorings.open('retry', [state])}>Add a Retry…</Fix>
      )}
      {canHandle && definition.Catch === undefined && (
        <Fix onApply={() => refactorings.open('catch', [state])}>Add a Catch…</Fix>
      )}
      {unmatched.flatMap(({ code, start, fixes }) =>
        fixes
          .filter(({ kind }) => kind === 'addDefault')
          .map(({ kind, title }) => (
            <Fix key={kind} onApply={() => void fix({ type: 'one', code, start, kind })}>
              {title}
            </Fix>
          )),
      )}
    </Fixes>
  );
}

const Fixes = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.fixes}>{children}</div>
);

function Fix({ onApply, children }: { readonly onApply: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.fix} onClick={onApply}>
      <Wrench size={12} aria-hidden="true" /> {children}
    </button>
  );
}
