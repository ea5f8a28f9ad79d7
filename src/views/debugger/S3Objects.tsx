import { FilePlus2, X } from 'lucide-react';
import { selectServices, useWorkspace, useWorkspaceActions } from '../../workspace';
import { FileButton } from './FileButton';
import styles from './ServicesPane.module.css';

const NEW_BUCKET = 'bucket';

/** What is in S3: read by ItemReader and S3 tasks. A bucket that holds nothing here is answered by stubs. */
export function S3Objects() {
  const { execution } = useWorkspaceActions();
  const { objects } = useWorkspace(selectServices);
  const change = (id: number, part: { readonly bucket: string } | { readonly key: string }) =>
    execution.setServices({
      objects: objects.map((object) => (object.id === id ? { ...object, ...part } : object)),
    });
  const add = (body: string, key: string) => {
    const last = objects.at(-1);
    const added = { id: (last?.id ?? 0) + 1, bucket: last?.bucket ?? NEW_BUCKET, key, body };
    execution.setServices({ objects: [...objects, added] });
  };
  return (
    <section className={styles.column} aria-label="S3 objects">
      <header className={styles.head}>
        <h3>S3 objects</h3>
        <div className={styles.tools}>
          <FileButton onText={add}>
            <FilePlus2 size={13} aria-hidden="true" /> Add…
          </FileButton>
        </div>
      </header>
      {objects.length === 0 && (
        <p className={styles.note}>
          ItemReader gets three sample items. Add a file to read it from a bucket of your own.
        </p>
      )}
      {objects.length > 0 && (
        <ul className={styles.objects}>
          {objects.map((object, index) => (
            <li key={object.id}>
              <input
                className={styles.bucket}
                aria-label={`Bucket of object ${index + 1}`}
                value={object.bucket}
                onChange={({ target }) => change(object.id, { bucket: target.value })}
              />
              <span aria-hidden="true">/</span>
              <input
                className={styles.key}
                aria-label={`Key of object ${index + 1}`}
                value={object.key}
                onChange={({ target }) => change(object.id, { key: target.value })}
              />
              <small>{object.body.length.toLocaleString('en')} characters</small>
              <button
                type="button"
                className={styles.icon}
                aria-label={`Remove object ${index + 1}`}
                onClick={() =>
                  execution.setServices({ objects: objects.filter(({ id }) => id !== object.id) })
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
