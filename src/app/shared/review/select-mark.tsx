import { Check } from 'lucide-react';
import { classNames } from '../class-names';
import { Icon } from '../icon';
import styles from './select-mark.module.css';

/**
 * The corner of a tile by which it is chosen with the mouse. Keyboard and screen readers choose the tile itself, so it is silent.
 */
export function SelectMark({ isSelected, onToggle }: { readonly isSelected: boolean; readonly onToggle: () => void }) {
  return (
    <span
      aria-hidden
      data-select
      className={classNames(styles.mark, isSelected && styles.isOn)}
      onClick={(event) => {
        event.stopPropagation(); // the tile is not opened
        onToggle();
      }}
    >
      <span className={styles.box}>{isSelected && <Icon of={Check} size={14} />}</span>
    </span>
  );
}
