import { Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../icon';
import styles from './select-mark.module.css';

/**
 * The corner of a tile by which it is chosen with the mouse. Keyboard and screen readers choose the tile itself, so it is silent. Whoever hears of
 * the click ends it there: the tile is not opened.
 */
export function SelectMark({
  isSelected,
  onToggle,
}: {
  readonly isSelected: boolean;
  readonly onToggle: (event: MouseEvent<HTMLElement>) => void;
}) {
  return (
    <span aria-hidden data-select className={classNames(styles.mark, isSelected && styles.isOn)} onClick={onToggle}>
      <span className={styles.box}>{isSelected && <Icon of={Check} size={14} />}</span>
    </span>
  );
}
