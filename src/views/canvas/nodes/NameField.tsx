import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NodeId, StateNode } from '../../../asl';
import { joinPointer } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { announce, interaction, wentElsewhere } from '../gestures/interaction';
import styles from './NameField.module.css';

export interface NameFieldProps {
  readonly node: StateNode;
  /** Of the part of the state that has its name, in pixels; all of it when not given. */
  readonly height?: number;
}

/** A state's name, edited in place: Enter or leaving the field renames, Escape keeps the old name. */
export function NameField({ node, height }: NameFieldProps) {
  const { edit, notices, store } = useWorkspaceActions();
  const [name, setName] = useState(node.name);
  const [reason, setReason] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const settled = useRef(false);

  useEffect(() => {
    // The name of a state that is new is drawn some time after the state was dropped.
    if (wentElsewhere()) {
      interaction.setState({ renaming: undefined });
      return;
    }
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const close = (focus: string | undefined) => {
    settled.current = true;
    interaction.setState({ renaming: undefined, focusNext: focus });
  };
  /** The reason stands at the field; once is enough. */
  const dismissNotice = (message: string) => {
    const notice = store.getState().notices.find((shown) => shown.message === message);
    if (notice) notices.dismiss(notice.id);
  };
  const commit = async (keepFocus: boolean) => {
    if (settled.current) return;
    if (name === node.name) return close(keepFocus ? node.id : undefined);
    settled.current = true;
    const outcome = await edit({ type: 'renameState', state: node.path, name });
    if (outcome.ok) {
      announce(`Renamed to ${name}.`);
      close(keepFocus ? renamedId(node.id, name) : undefined);
    } else if (keepFocus) {
      settled.current = false;
      setReason(outcome.reason);
      dismissNotice(outcome.reason);
    } else {
      close(undefined);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') void commit(true);
    if (event.key === 'Escape') close(node.id);
  };

  return (
    <span className={styles.place} style={{ height }}>
      <input
        ref={field}
        className={styles.field}
        value={name}
        aria-label={`Name of ${node.name}`}
        aria-invalid={reason !== undefined}
        spellCheck={false}
        onChange={(event) => {
          setName(event.target.value);
          setReason(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => void commit(false)}
      />
      {reason !== undefined && (
        <span className={styles.reason} role="alert">
          {reason}
        </span>
      )}
    </span>
  );
}

/** A state's id is its pointer, which ends with its name. */
function renamedId(id: NodeId, name: string): NodeId {
  return joinPointer(id.slice(0, id.lastIndexOf('/')), name) as string as NodeId;
}
