import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ShellMenu.module.css';
import { useEarlyKeys } from './useEarlyKeys';

export interface MenuEntry {
  readonly label: string;
  readonly enabled?: boolean;
  /** An entry that is switched on and off; the menu stays open. */
  readonly checked?: boolean;
  run(): void;
}

interface ShellMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Groups are set apart by a line. */
  readonly groups: readonly (readonly MenuEntry[])[];
}

/** A menu of the header. */
export function ShellMenu({ label, icon, groups }: ShellMenuProps) {
  const early = useEarlyKeys();
  return (
    <Menu.Root onOpenChange={early.turn}>
      <Menu.Trigger className={styles.trigger} aria-label={label} onKeyDown={early.press}>
        {icon} <span className={styles.label}>{label}</span> <ChevronDown size={13} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup} onFocus={early.handOver}>
            {groups.map((entries) => (
              <Menu.Group key={entries[0]?.label} className={styles.group}>
                {entries.map((entry) => (
                  <Entry key={entry.label} entry={entry} />
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const { label, enabled = true, checked, run } = entry;
  if (checked === undefined)
    return (
      <Menu.Item className={styles.item} disabled={!enabled} onClick={run}>
        {label}
      </Menu.Item>
    );
  return (
    <Menu.CheckboxItem className={styles.item} disabled={!enabled} checked={checked} onCheckedChange={run}>
      <span className={styles.check}>
        <Menu.CheckboxItemIndicator className={styles.tick}>
          <Check size={13} strokeWidth={2.6} aria-hidden="true" />
        </Menu.CheckboxItemIndicator>
      </span>
      {label}
    </Menu.CheckboxItem>
  );
}
