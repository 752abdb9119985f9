import { messages } from '../messages';
import { Button } from './button';
import { ProgressBar } from './progress-bar';
import styles from './step-progress.module.css';
import textStyles from './text.module.css';

export interface StepProgressProps {
  /** What is on its way. */
  readonly label: string;
  /** The step that it is at. */
  readonly step: string;
  readonly done: number;
  /** Of the step; 0 = it can't be counted. */
  readonly total: number;
  readonly onCancel: () => void;
}

/** Work of several steps: how far the step under way is, and the button that ends all. */
export function StepProgress({ label, step, done, total, onCancel }: StepProgressProps) {
  const count = messages.common.doneOf(done, total);
  return (
    <div className={styles.progress}>
      <ProgressBar
        isAnnounced
        label={label}
        done={done}
        total={total}
        valueText={total === 0 ? step : `${step}, ${count}`}
      />
      <div className={styles.line}>
        <span>{step}</span>
        {total > 0 && <span className={textStyles.numeric}>{count}</span>}
        <Button size="small" className={styles.end} onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      </div>
    </div>
  );
}
