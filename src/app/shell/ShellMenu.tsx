import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ShellMenu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly enabled?: boolean;
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
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} aria-label={label}>
        {icon} <span className={styles.label}>{label}</span> <ChevronDown size={13} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            {groups.map((entries) => (
              <Menu.Group key={entries[0]?.label} className={styles.group}>
                {entries.map((entry) => (
                  <Menu.Item
                    key={entry.label}
                    className={styles.item}
                    disabled={entry.enabled === false}
                    onClick={() => entry.run()}
                  >
                    {entry.label}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
