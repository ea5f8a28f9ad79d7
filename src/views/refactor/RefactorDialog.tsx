import { X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StatePath } from '../../asl';
import {
  selectGraph,
  selectRefactoring,
  selectServices,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { ChoiceFields } from './ChoiceFields';
import { type Choices, KINDS, refactoringOf, type ShownKind } from './kinds';
import styles from './RefactorDialog.module.css';
import { Report } from './Report';
import { usePreview } from './usePreview';

/** What can be changed of how the workflow is written, and what would come of it. */
export default function RefactorDialog() {
  const { refactorings, notices } = useWorkspaceActions();
  const topic = useWorkspace(selectRefactoring);
  const graph = useWorkspace(selectGraph);
  const { machines } = useWorkspace(selectServices);
  const states = topic?.states ?? NONE;
  const asked = topic?.kind ?? 'choose';
  const [kind, setKind] = useState<ShownKind>(
    asked === 'choose' ? (states.length > 0 ? 'convert' : 'convertAll') : asked,
  );
  const [choices, setChoices] = useState<Choices>({ name: 'extracted', items: '$.items', to: undefined });
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const refactoring = useMemo(
    () => refactoringOf(kind, states, choices, machines),
    [kind, states, choices, machines],
  );
  const { report, check } = usePreview(refactoring);
  const all = useMemo(
    () =>
      graph?.scopes.flatMap(({ nodes }) => nodes).flatMap((node) => (node.kind === 'state' ? [node] : [])) ??
      [],
    [graph],
  );
  const names = states.flatMap((path) => all.find((each) => each.path === path)?.name ?? []);
  const apply = async () => {
    if (!refactoring || !report?.plan.ok) return;
    const outcome = await refactorings.carryOut(refactoring);
    if (!outcome.ok) return;
    if (report.machine)
      notices.add(
        'info',
        `“${report.machine.name}” is known to the page: see State machines under Services, where it runs for real.`,
      );
    dialog.current?.close();
  };
  const words = KINDS.find((each) => each.kind === kind);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="refactor-title"
      onClose={() => refactorings.close()}
    >
      <header className={styles.bar}>
        <h2 id="refactor-title">Refactor</h2>
        <span className={styles.topic}>{topicWords(kind === 'convertAll' ? [] : names)}</span>
        <button
          type="button"
          className={styles.close}
          aria-label="Close"
          title="Close (Escape)"
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className={styles.body}>
        <nav className={styles.kinds} aria-label="Refactorings">
          {KINDS.map((each) => (
            <button
              key={each.kind}
              type="button"
              aria-current={each.kind === kind}
              disabled={each.kind !== 'convertAll' && states.length === 0}
              onClick={() => setKind(each.kind)}
            >
              {each.title}
            </button>
          ))}
        </nav>
        <section className={styles.pane} aria-label={words?.title}>
          <p className={styles.about}>{words?.about}</p>
          <ChoiceFields
            kind={kind}
            choices={choices}
            onChange={setChoices}
            targets={all.filter((each) => isBeside(each.path, states[0]) && !states.includes(each.path))}
          />
          <Report report={report} check={check} />
        </section>
      </div>
      <footer className={styles.foot}>
        <span className={styles.hint}>One Undo takes it back.</span>
        <button type="button" className={styles.plain} onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button
          type="button"
          className={styles.apply}
          disabled={!report?.plan.ok}
          onClick={() => void apply()}
        >
          Apply
        </button>
      </footer>
    </dialog>
  );
}

const NONE: readonly StatePath[] = [];

/** In the same scope. */
const isBeside = (path: StatePath, other: StatePath | undefined): boolean =>
  other !== undefined && path.slice(0, path.lastIndexOf('/')) === other.slice(0, other.lastIndexOf('/'));

function topicWords(names: readonly string[]): string {
  const [first] = names;
  if (first === undefined) return 'the whole workflow';
  return names.length === 1 ? `“${first}”` : `${names.length} states`;
}
