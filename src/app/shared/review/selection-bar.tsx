import { BadgeCheck, Ellipsis, PenLine, X } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../button';
import type { Command } from '../commands/command';
import { IconButton } from '../icon-button';
import { Menu } from '../menu';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  /** Everything that can be done; the first acts have buttons of their own. */
  readonly commands: readonly Command[];
  readonly onClear: () => void;
}

const words = messages.review;

/** Over the lower edge of the gallery while images are selected. */
export function SelectionBar({ count, commands, onClear }: SelectionBarProps) {
  const find = (id: string) => commands.find((command) => command.id === `review-${id}`);
  const confirm = find('confirm');
  const label = find('label');
  const others = commands.filter(
    (command) =>
      command !== confirm && command !== label && command.isEnabled !== false && command.keys?.[0] !== undefined,
  );
  return (
    <section className={styles.bar} aria-label={words.selection.region}>
      <span role="status" className={styles.count}>
        {words.selection.count(count)}
      </span>
      {confirm !== undefined && (
        <Button size="small" icon={BadgeCheck} shortcut="C" onClick={confirm.run}>
          {words.acts.confirm}
        </Button>
      )}
      {label !== undefined && (
        <Button size="small" icon={PenLine} shortcut="L" onClick={label.run}>
          {words.acts.label}
        </Button>
      )}
      <Menu
        trigger={<IconButton icon={Ellipsis} size="small" label={words.selection.more} />}
        entries={others.map((command) => ({
          id: command.id,
          label: command.label,
          shortcut: command.keys?.[0],
          onSelect: command.run,
        }))}
      />
      <IconButton icon={X} size="small" label={words.selection.clear} shortcut="Esc" onClick={onClear} />
    </section>
  );
}
