import { X } from 'lucide-react';
import { type DragEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  recogniseText,
  selectFormat,
  selectName,
  selectText,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { Choice } from './Choice';
import styles from './CompareDialog.module.css';
import { Compared } from './Compared';
import { asOpened, type OtherVersion } from './model/otherVersion';
import { Sources } from './Sources';
import { usePaste } from './usePaste';
import { useSources } from './useSources';

/** The document beside another version of it: chosen here, or what was opened when something was done to it since. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const { document, notices } = useWorkspaceActions();
  const text = useWorkspace(selectText);
  const format = useWorkspace(selectFormat);
  const name = useWorkspace(selectName);
  const own = useMemo(() => ({ text, format }), [text, format]);
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const versions = useMemo(() => document.versions(), [document]);
  const [other, setOther] = useState<OtherVersion | undefined>(() => asOpened(versions));
  const [fileOver, setFileOver] = useState(false);
  const sources = useSources(setOther);

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  // What was chosen takes the place of the question, and the focus with it.
  const hasOther = other !== undefined;
  useEffect(() => {
    if (hasOther) body.current?.focus();
  }, [hasOther]);
  usePaste((pasted) =>
    setOther({ name: 'Pasted text', text: pasted, format: recogniseText(pasted, { kind: 'paste' }).format }),
  );

  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setFileOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setFileOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void sources.openFile(file);
  };
  const take = (version: OtherVersion) => {
    document.rewrite(version, `Take version “${version.name}”`);
    notices.add('info', `The document is now the version “${version.name}”. Undo brings the other one back.`);
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="compare-title"
      data-takes-files
      onClose={onClose}
      onDragOver={dragOver}
      onDragLeave={() => setFileOver(false)}
      onDrop={drop}
    >
      <div className={styles.bar}>
        <h2 id="compare-title">
          Compare <span className={styles.document}>{name}</span>
        </h2>
        {other && <Sources sources={sources} versions={versions} chosen={other} onChoose={setOther} />}
        <span className={styles.gap} />
        {other && other.text !== text && (
          <button
            type="button"
            className={styles.take}
            title={`Replace the document by “${other.name}”; Undo brings it back`}
            onClick={() => take(other)}
          >
            Take this version
          </button>
        )}
        <button
          type="button"
          className={styles.close}
          aria-label="Close"
          title="Close (Escape)"
          onClick={() => dialog.current?.close()}
        >
          <X size={18} />
        </button>
      </div>
      {sources.complaint !== undefined && (
        <p className={styles.complaint} role="alert">
          {sources.complaint}
        </p>
      )}
      <div ref={body} tabIndex={-1} className={styles.body}>
        {other ? (
          <Compared own={own} other={other} />
        ) : (
          <Choice sources={sources} versions={versions} onChoose={setOther} />
        )}
      </div>
      {fileOver && <p className={styles.drop}>Drop a definition to compare with it</p>}
    </dialog>
  );
}
