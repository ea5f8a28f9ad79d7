import { FilePlus2, X } from 'lucide-react';
import { type ExecutionType, selectServices, useWorkspace, useWorkspaceActions } from '../../workspace';
import { FileButton } from './FileButton';
import styles from './ServicesPane.module.css';

/** State machines that Tasks start: those given here run for real, others are stubs. */
export function StartedMachines() {
  const { execution } = useWorkspaceActions();
  const { machines } = useWorkspace(selectServices);
  const change = (id: number, part: { readonly name: string } | { readonly type: ExecutionType }) =>
    execution.setServices({
      machines: machines.map((machine) => (machine.id === id ? { ...machine, ...part } : machine)),
    });
  const add = (text: string, fileName: string) => {
    const name = fileName.replace(/(\.asl)?\.(json|ya?ml)$/i, '');
    const added = { id: (machines.at(-1)?.id ?? 0) + 1, name, text, type: 'STANDARD' as const };
    execution.setServices({ machines: [...machines, added] });
  };
  return (
    <section className={styles.column} aria-label="State machines">
      <header className={styles.head}>
        <h3>State machines</h3>
        <div className={styles.tools}>
          <FileButton accept=".json,.yaml,.yml" onText={add}>
            <FilePlus2 size={13} aria-hidden="true" /> Add…
          </FileButton>
        </div>
      </header>
      {machines.length === 0 && (
        <p className={styles.note}>
          A machine that a Task starts is a stub. Add its definition to run it for real, under its name.
        </p>
      )}
      {machines.length > 0 && (
        <ul className={styles.objects}>
          {machines.map((machine, index) => (
            <li key={machine.id}>
              <input
                className={styles.key}
                aria-label={`Name of state machine ${index + 1}`}
                value={machine.name}
                onChange={({ target }) => change(machine.id, { name: target.value })}
              />
              <select
                aria-label={`Type of state machine ${index + 1}`}
                value={machine.type}
                onChange={({ target }) => change(machine.id, { type: target.value as ExecutionType })}
              >
                <option value="STANDARD">Standard</option>
                <option value="EXPRESS">Express</option>
              </select>
              <button
                type="button"
                className={styles.icon}
                aria-label={`Remove state machine ${index + 1}`}
                onClick={() =>
                  execution.setServices({ machines: machines.filter(({ id }) => id !== machine.id) })
                }
              >
                <X size={13} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
