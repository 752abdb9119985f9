import { messages } from '../../messages';
import { compareMessages } from '../../messages/compare-messages';
import { ProgressBar } from '../../shared/progress-bar';
import text from '../../shared/text.module.css';
import type { ComparisonView } from '../../state/comparison-view';
import styles from './compare-progress.module.css';

export interface CompareProgressProps {
  readonly view: Extract<ComparisonView, { step: 'kept' | 'comparing' }>;
  /** The survey changed: the last comparison stands below meanwhile. */
  readonly isAgain: boolean;
}

export function CompareProgress({ view, isAgain }: CompareProgressProps) {
  const words = compareMessages;
  const { common } = messages;
  const { done, total } = view.step === 'comparing' ? view : { done: 0, total: 0 };
  return (
    <div className={styles.progress}>
      <p role="status">{isAgain ? words.again : words.comparing(view.file.fileName)}</p>
      <ProgressBar label={words.progress} done={done} total={total} valueText={common.doneOf(done, total)} />
      {total > 0 && <p className={text.hint}>{common.doneOf(Math.min(done, total), total)}</p>}
    </div>
  );
}
