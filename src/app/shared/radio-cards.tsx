import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import styles from './choice.module.css';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly text?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface RadioCardsProps<Value extends string> {
  /** Name of the group. */
  readonly label: string;
  readonly cards: readonly RadioCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few choices that need a sentence each. */
export function RadioCards<Value extends string>({ label, cards, value, onChange }: RadioCardsProps<Value>) {
  return (
    <RadioGroup<Value> className={styles.cards} aria-label={label} value={value} onValueChange={onChange}>
      {cards.map((card) => (
        <label key={card.value} className={styles.card}>
          <Radio.Root<Value> className={styles.radio} value={card.value} disabled={card.isDisabled ?? false} />
          <span className={styles.words}>
            <span className={styles.title}>{card.title}</span>
            {card.text !== undefined && <span className={styles.hint}>{card.text}</span>}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
