import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { LoadPreview } from '../../shared/images/use-preview';
import { verdictOn, type FoundStack, type RepeatsState } from '../../state/repeats-state';
import { AverageCropPicture } from './average-crop-picture';
import { FrameThumb } from './frame-thumb';
import styles from './stack-card.module.css';
import { StackFacts } from './stack-facts';
import { stackName } from './stack-words';
import { VerdictButtons } from './verdict-buttons';

export interface StackCardProps {
  readonly stack: FoundStack;
  readonly repeats: RepeatsState;
  readonly scoresAs: ScoreFormat;
  readonly loadPreview: LoadPreview;
  readonly onDecide: (verdict: RepeatVerdict | null) => void;
}

/** One stack: how it looks, where it lies in the frame, what is known of it, what was said of it. */
export function StackCard({ stack, repeats, scoresAs, loadPreview, onDecide }: StackCardProps) {
  const verdict = verdictOn(stack, repeats.decided);
  return (
    <div className={classNames(styles.card, verdict === 'rejected' && styles.rejected)}>
      <div className={styles.pictures} aria-hidden>
        <AverageCropPicture stack={stack} loadPreview={loadPreview} />
        <FrameThumb stack={stack} loadPreview={loadPreview} />
      </div>
      <StackFacts stack={stack} repeats={repeats} scoresAs={scoresAs} />
      {/* A click on a button is no click on the card, which opens. */}
      <div className={styles.buttons} onClick={(event) => event.stopPropagation()}>
        <VerdictButtons name={stackName(stack)} verdict={verdict} isInGrid onDecide={onDecide} />
      </div>
    </div>
  );
}
