import { CircleAlert, Play, X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Visit } from '../../../worker';
import { selectRunIsOutdated, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { stateName } from '../stateName';
import styles from './BranchDialog.module.css';
import {
  changedMembers,
  changedText,
  type DataDraft,
  draftOf,
  draftProblem,
  variablesText,
} from './branchData';

interface BranchDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** What a run that goes on from a visit is to have: its input, its variables, its definition. */
export default function BranchDialog({ visit, onClose }: BranchDialogProps) {
  const { execution } = useWorkspaceActions();
  const outdated = useWorkspace(selectRunIsOutdated);
  const dialog = useRef<HTMLDialogElement>(null);
  const [input, setInput] = useState(() => draftOf(visit.input ?? 'null'));
  const [variables, setVariables] = useState(() => draftOf(variablesText(visit.variables)));
  const [edited, setEdited] = useState(outdated);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const inputProblem = draftProblem(input, 'value');
  const variablesProblem = draftProblem(variables, 'object');
  const invalid = inputProblem !== undefined || variablesProblem !== undefined;

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  const go = async (paused: boolean) => {
    const other = { input: changedText(input), variables: changedMembers(variables) };
    setBusy(true);
    const reason = await execution.branch({
      state: visit.state,
      number: visit.number,
      ...(other.input === undefined ? {} : { input: other.input }),
      ...(other.variables === undefined ? {} : { variables: other.variables }),
      edited: edited && outdated,
      paused,
    });
    setBusy(false);
    setRefusal(reason);
    if (reason === undefined) dialog.current?.close();
  };

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="branch-title" onClose={onClose}>
      <header className={styles.bar}>
        <h2 id="branch-title">
          Branch from <span>{stateName(visit.state)}</span>
        </h2>
        <button
          type="button"
          className={styles.close}
          aria-label="Close"
          title="Close (Escape)"
          onClick={() => dialog.current?.close()}
        >
          <X size={18} />
        </button>
      </header>
      <div className={styles.body}>
        <p className={styles.where}>
          A new run has everything up to event {visit.enteredEventId}, where the state was entered
          {visit.iteration.length > 0 && ` for item ${visit.iteration.join(', ')}`}, and goes on from there.
          Tasks are answered as Services says now.
        </p>
        <div className={styles.data}>
          <JsonField label="Input of the state" draft={input} problem={inputProblem} onChange={setInput} />
          <JsonField
            label="Variables"
            hint="Those you leave out keep their values."
            draft={variables}
            problem={variablesProblem}
            onChange={setVariables}
          />
        </div>
        <DefinitionChoice edited={edited && outdated} outdated={outdated} onChoose={setEdited} />
        {refusal !== undefined && (
          <p className={styles.problem} role="alert">
            <CircleAlert size={13} aria-hidden="true" /> {refusal}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <button type="button" className={styles.other} onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <span className={styles.gap} />
        <button
          type="button"
          className={styles.other}
          disabled={invalid || busy}
          title="The new run stands at the state, to be stepped through"
          onClick={() => void go(true)}
        >
          Pause there
        </button>
        <button
          type="button"
          className={styles.run}
          disabled={invalid || busy}
          onClick={() => void go(false)}
        >
          <Play size={14} aria-hidden="true" /> Run from here
        </button>
      </footer>
    </dialog>
  );
}

interface JsonFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly draft: DataDraft;
  readonly problem: string | undefined;
  readonly onChange: (draft: DataDraft) => void;
}

function JsonField({ label, hint, draft, problem, onChange }: JsonFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.code}
        rows={9}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={noteId}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.target.value })}
      />
      <p id={noteId} className={problem === undefined ? styles.hint : styles.problem}>
        {problem !== undefined && <CircleAlert size={13} aria-hidden="true" />}
        {problem ?? (draft.text === draft.original ? (hint ?? 'JSON, as it was.') : 'Changed.')}
      </p>
    </div>
  );
}

interface DefinitionChoiceProps {
  readonly edited: boolean;
  readonly outdated: boolean;
  readonly onChoose: (edited: boolean) => void;
}

function DefinitionChoice({ edited, outdated, onChoose }: DefinitionChoiceProps) {
  if (!outdated) return <p className={styles.hint}>The definition is the one that ran.</p>;
  return (
    <fieldset className={styles.definition}>
      <legend>Definition</legend>
      <label>
        <input type="radio" name="definition" checked={edited} onChange={() => onChoose(true)} />
        As it stands now
      </label>
      <label>
        <input type="radio" name="definition" checked={!edited} onChange={() => onChoose(false)} />
        As it ran
      </label>
    </fieldset>
  );
}
