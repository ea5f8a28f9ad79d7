import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import type { StatePath } from '../../../asl';
import type { StateMock } from '../../../services';
import type { MockReport } from '../../../worker';
import { selectServices, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { stateName } from '../stateName';
import { HandlerForm } from './HandlerForm';
import { KINDS, mockOfKind } from './kinds';
import styles from './mocks.module.css';
import { OutcomeFields } from './OutcomeFields';
import { RateForm } from './RateForm';
import { RulesForm } from './RulesForm';
import { SequenceForm } from './SequenceForm';

interface StateMockEditorProps {
  readonly state: StatePath;
  readonly report: MockReport | undefined;
  readonly onClose: () => void;
}

/** How one Task state is answered: its kind, and the form of that kind. */
export function StateMockEditor({ state, report, onClose }: StateMockEditorProps) {
  const { taskMocks } = useWorkspaceActions();
  const { tasks } = useWorkspace(selectServices);
  const mock = tasks.find((each) => each.state === state)?.mock;
  const change = (changed: StateMock | undefined) => taskMocks.set(state, changed);
  const kinds = KINDS.filter(([kind]) => kind !== 'pinned' || mock?.kind === 'pinned');
  const name = stateName(state);
  return (
    <section className={styles.editor} aria-label={`Mock of ${name}`}>
      <header className={styles.head}>
        <h3>{name}</h3>
        <button type="button" className={styles.icon} aria-label="Close the mock" onClick={onClose}>
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <div className={styles.form}>
        <label className={styles.labelled}>
          Answered
          <select
            aria-label="Kind of mock"
            value={mock?.kind ?? 'default'}
            onChange={({ target }) => {
              const kind = KINDS.find(([each]) => each === target.value)?.[0];
              if (kind) change(mockOfKind(kind, mock));
            }}
          >
            {kinds.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {mock && <KindForm state={state} mock={mock} onChange={change} />}
        {report && <Findings report={report} />}
      </div>
    </section>
  );
}

interface KindFormProps {
  readonly state: StatePath;
  readonly mock: StateMock;
  readonly onChange: (mock: StateMock) => void;
}

function KindForm({ state, mock, onChange }: KindFormProps) {
  switch (mock.kind) {
    case 'stub':
      return <p className={styles.note}>Answered in the shape that AWS returns.</p>;
    case 'ask':
      return (
        <p className={styles.note}>
          Each call waits in the Inbox for your answer: a result, an error, a timeout, or none at all.
          Meanwhile time stands still in the run.
        </p>
      );
    case 'fixed':
      return <OutcomeFields outcome={mock.outcome} onChange={(outcome) => onChange({ ...mock, outcome })} />;
    case 'pinned':
      return (
        <>
          <p className={styles.note}>Pinned from {mock.from}. An answer that is changed is pinned no more.</p>
          <OutcomeFields
            outcome={mock.outcome}
            onChange={(outcome) => onChange({ kind: 'fixed', outcome })}
          />
        </>
      );
    case 'sequence':
      return <SequenceForm mock={mock} onChange={onChange} />;
    case 'rules':
      return <RulesForm mock={mock} onChange={onChange} />;
    case 'rate':
      return <RateForm mock={mock} onChange={onChange} />;
    case 'handler':
      return <HandlerForm key={state} state={state} mock={mock} onChange={onChange} />;
  }
}

function Findings({ report: { problems, warnings } }: { readonly report: MockReport }) {
  return (
    <div role="status">
      {problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          <CircleAlert size={13} aria-hidden="true" /> {problem}
        </p>
      ))}
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <TriangleAlert size={13} aria-hidden="true" /> {warning}
        </p>
      ))}
    </div>
  );
}
