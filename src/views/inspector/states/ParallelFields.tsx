import { isJsonObject, type Json, type StatePath } from '../../../asl';
import { selectGraph, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { CardList } from '../fields/CardList';
import { WordsField } from '../fields/WordsField';
import { useForm } from '../form/form';
import styles from './states.module.css';

/** The branches of a Parallel state, in the order of their results. */
export function ParallelFields() {
  const form = useForm();
  const { selection } = useWorkspaceActions();
  const freeName = useFreeName();
  const written = form.value('/Branches');
  const branches: readonly Json[] = Array.isArray(written) ? written : [];
  const set = (next: readonly Json[]) => form.set('/Branches', [...next]);
  const add = () => {
    const name = freeName('Pass');
    set([...branches, { StartAt: name, States: { [name]: { Type: 'Pass', End: true } } }]);
  };
  return (
    <CardList
      at="/Branches"
      noun="branch"
      count={branches.length}
      titleOf={(index) => `Branch ${index + 1}`}
      bodyOf={(index) => {
        const start = form.value(`/Branches/${index}/StartAt`);
        const states = form.value(`/Branches/${index}/States`);
        const count = states !== undefined && isJsonObject(states) ? Object.keys(states).length : 0;
        return (
          <>
            <p className={styles.inside}>
              {count} {count === 1 ? 'state' : 'states'}
              {typeof start === 'string' && (
                <>
                  , starts at{' '}
                  <button
                    type="button"
                    onClick={() =>
                      selection.select(
                        `${form.object}/Branches/${index}/States/${escaped(start)}` as StatePath,
                        'inspector',
                      )
                    }
                  >
                    {start}
                  </button>
                </>
              )}
            </p>
            <WordsField at={`/Branches/${index}/Comment`} label="Comment" />
          </>
        );
      }}
      addLabel="Add a branch"
      onAdd={add}
      onRemove={(index) => set(branches.filter((_, other) => other !== index))}
      keepOne
    />
  );
}

export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Makes a name that no state of the machine has. */
function useFreeName(): (wish: string) => string {
  const graph = useWorkspace(selectGraph);
  return (wish) => {
    const taken = new Set(
      graph?.scopes.flatMap(({ nodes }) =>
        nodes.flatMap((node) => (node.kind === 'state' ? [node.name] : [])),
      ),
    );
    let name = wish;
    for (let number = 2; taken.has(name); number++) name = `${wish} (${number})`;
    return name;
  };
}
