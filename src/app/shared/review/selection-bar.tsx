import { BadgeCheck, Ellipsis, PenLine, X } from 'lucide-react';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { messages } from '../../messages';
import { Button } from '../button';
import type { Command } from '../commands/command';
import { IconButton } from '../icon-button';
import { Menu } from '../menu';
import { DigitRow } from './digit-row';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  /** Everything that can be done; the first acts have buttons of their own. */
  readonly commands: readonly Command[];
  /** The label of each digit from 1; null = none. */
  readonly digits: readonly (string | null)[];
  readonly onLabel: (label: string) => void;
  readonly onClear: () => void;
}

const words = messages.review;

/** Over the lower edge of the gallery while images are selected. */
export function SelectionBar({ count, commands, digits, onLabel, onClear }: SelectionBarProps) {
  const bar = useRef<HTMLElement>(null);
  useFocusInGrid(bar);
  const find = (id: string) => commands.find((command) => command.id === `review-${id}`);
  const confirm = find('confirm');
  const label = find('label');
  const others = commands.filter(
    (command) =>
      command !== confirm && command !== label && command.isEnabled !== false && command.keys?.[0] !== undefined,
  );
  return (
    <section ref={bar} className={styles.bar} aria-label={words.selection.region}>
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
      <div className={styles.digits}>
        <DigitRow labels={digits} onLabel={onLabel} />
      </div>
    </section>
  );
}

/** The bar goes with the selection: a button in it that had the focus gives it to the grid. */
function useFocusInGrid(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      requestAnimationFrame(() => {
        const stop = document.querySelector<HTMLElement>('[data-stop][tabindex="0"]');
        if (document.activeElement === document.body) stop?.focus({ preventScroll: true });
      });
    };
  }, [bar]);
}
