import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Keys } from './keys';
import styles from './popup.module.css';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon | undefined;
      readonly shortcut?: string | undefined;
      readonly tone?: 'plain' | 'danger';
      readonly isDisabled?: boolean;
      readonly onSelect: () => void;
    }
  | 'separator';

export interface MenuProps {
  /** The button that opens it; give it a name. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            {entries.map((entry, index) =>
              entry === 'separator' ? (
                <Base.Separator key={`separator-${index}`} className={styles.separator} />
              ) : (
                <Base.Item
                  key={entry.id}
                  className={classNames(styles.item, entry.tone === 'danger' && styles.danger)}
                  disabled={entry.isDisabled ?? false}
                  onClick={entry.onSelect}
                >
                  {entry.icon !== undefined && <Icon of={entry.icon} />}
                  <span className={styles.itemText}>{entry.label}</span>
                  {entry.shortcut !== undefined && <Keys combination={entry.shortcut} />}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
