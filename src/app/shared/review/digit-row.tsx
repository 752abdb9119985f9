import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { Button } from '../button';
import { lineName } from '../images/image-words';
import styles from './digit-row.module.css';

export interface DigitRowProps {
  /** The label of each digit from 1; null = none. */
  readonly labels: readonly (string | null)[];
  readonly isDisabled?: boolean;
  readonly onLabel: (label: string) => void;
}

/** The labels that one digit gives, to be seen and to be pressed: nobody has to remember them. */
export function DigitRow({ labels, isDisabled = false, onLabel }: DigitRowProps) {
  if (labels.every((label) => label === null)) return null;
  return (
    <div role="group" aria-label={reviewFlowMessages.digits} className={styles.row}>
      {labels.map((label, index) => {
        if (label === null) return null;
        const name = lineName(label);
        return (
          <Button
            key={label}
            size="small"
            variant="quiet"
            shortcut={`${index + 1}`}
            data-digit={index + 1}
            aria-disabled={isDisabled}
            aria-label={messages.review.acts.mark(name)}
            onClick={isDisabled ? undefined : () => onLabel(label)}
          >
            <bdi>{name}</bdi>
          </Button>
        );
      })}
    </div>
  );
}
