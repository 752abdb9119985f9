import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
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
  /** When a number is finished: typed and left, typed and Enter, or stepped. */
  readonly onCommit: (value: number | null) => void;
}

/** A whole number that may be empty, with buttons for one more and one less. */
export function NumberInput({ label, value, min, max, onCommit }: NumberInputProps) {
  const [typed, setTyped] = useState({ of: value, number: value });
  if (typed.of !== value) setTyped({ of: value, number: value });
  // Leaving the field after Enter says nothing anew.
  const commit = (number: number | null) => {
    if (number !== value) onCommit(number);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { number } = typed;
    commit(number === null ? null : Math.round(Math.min(max, Math.max(min, number))));
  };
  return (
    <Base.Root
      className={styles.root}
      locale={userLocale()}
      value={typed.number}
      min={min}
      max={max}
      onValueChange={(number) => setTyped({ of: value, number })}
      onValueCommitted={commit}
    >
      <Base.Group className={styles.group}>
        <Base.Decrement className={control.inside} aria-label={messages.common.less(label)}>
          <Icon of={Minus} size={14} />
        </Base.Decrement>
        <Base.Input className={styles.input} aria-label={label} onKeyDown={onKeyDown} />
        <Base.Increment className={control.inside} aria-label={messages.common.moreOf(label)}>
          <Icon of={Plus} size={14} />
        </Base.Increment>
      </Base.Group>
    </Base.Root>
  );
}
