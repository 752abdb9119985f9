import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { Icon } from './icon';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  /** Some of what is below it: a dash instead of the tick. */
  readonly isMixed?: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** At the end of the line: a count. */
  readonly aside?: ReactNode;
  readonly isDisabled?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const { label, isChecked, isMixed = false, onChange, aside, isDisabled = false } = props;
  return (
    <label className={styles.line}>
      <Base.Root
        className={styles.box}
        checked={isChecked}
        indeterminate={isMixed}
        onCheckedChange={onChange}
        disabled={isDisabled}
      >
        <Base.Indicator className={styles.tick}>
          <Icon of={isMixed ? Minus : Check} size={12} />
        </Base.Indicator>
      </Base.Root>
      <span className={styles.words}>{label}</span>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </label>
  );
}
