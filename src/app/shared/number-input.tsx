import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { messages } from '../messages';
import control from './control.module.css';
import { userLocale } from './format/number-format';
import { Icon } from './icon';
import styles from './number-input.module.css';

export interface NumberInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** When a number is finished: typed and left, or stepped. */
  readonly onCommit: (value: number | null) => void;
}

/** A whole number that may be empty, with buttons for one more and one less. */
export function NumberInput({ label, value, min, max, onCommit }: NumberInputProps) {
  return (
    <Base.Root
      className={styles.root}
      key={value}
      locale={userLocale()}
      defaultValue={value ?? undefined}
      min={min}
      max={max}
      onValueCommitted={onCommit}
    >
      <Base.Group className={styles.group}>
        <Base.Decrement className={control.inside} aria-label={messages.common.less(label)}>
          <Icon of={Minus} size={14} />
        </Base.Decrement>
        <Base.Input className={styles.input} aria-label={label} />
        <Base.Increment className={control.inside} aria-label={messages.common.moreOf(label)}>
          <Icon of={Plus} size={14} />
        </Base.Increment>
      </Base.Group>
    </Base.Root>
  );
}
