import { useId } from 'react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Segmented } from '../../shared/segmented';
import { Select } from '../../shared/select';
import { CONFIDENCES, GOAL_SHARES, type ReviewView } from '../../state/review-view';
import { formatShare } from './format-share';
import styles from './blank-check-options.module.css';
import section from './walk-section.module.css';

const words = reviewModeMessages.blank;

export interface BlankCheckOptionsProps {
  readonly view: ReviewView;
  readonly onChange: (change: Partial<ReviewView>) => void;
}

/** How sure, and how tight, the answer should be. */
export function BlankCheckOptions({ view: { confidence, goal }, onChange }: BlankCheckOptionsProps) {
  const titleId = useId();
  return (
    <section className={section.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={section.title}>
        {words.options}
      </h3>
      <div className={styles.row}>
        <span>{words.confidence}</span>
        <Segmented
          size="small"
          label={words.confidence}
          value={String(confidence)}
          segments={CONFIDENCES.map((value) => ({ value: String(value), label: formatShare(value) }))}
          onChange={(value) => onChange({ confidence: CONFIDENCES.find((one) => String(one) === value) ?? confidence })}
        />
      </div>
      <div className={styles.row}>
        <Select
          size="small"
          label={words.goal}
          value={goal.of}
          options={(['highest', 'half-width'] as const).map((value) => ({ value, label: words.goals[value] }))}
          onChange={(of) => onChange({ goal: { ...goal, of } })}
        />
        <Select
          size="small"
          label={words.share}
          value={String(goal.share)}
          options={GOAL_SHARES.map((share) => ({ value: String(share), label: formatShare(share) }))}
          onChange={(share) => onChange({ goal: { ...goal, share: Number(share) } })}
        />
      </div>
    </section>
  );
}
