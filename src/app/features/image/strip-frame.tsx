import { ImageOff } from 'lucide-react';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import { formatCaptureTime } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import type { ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import type { ImageDescription } from '../../shared/images/describe-image';
import { imageInWords, imageName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { ReviewMarks } from '../../shared/review/review-marks';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import text from '../../shared/text.module.css';
import { gapText } from './frame-gap';
import styles from './strip-frame.module.css';
import { canBeShown } from './use-photos';

export interface StripFrameProps {
  readonly description: ImageDescription;
  /** From 0, of `count`. */
  readonly index: number;
  readonly count: number;
  /** Seconds since the photo before, when that is long. */
  readonly gap: number | null;
  readonly isCurrent: boolean;
  readonly loadPreview: LoadPreview;
  readonly scoresAs: ScoreFormat;
  readonly onShow: (filepath: string) => void;
}

/** A small picture with its label's sign and its time. */
export function StripFrame(props: StripFrameProps) {
  const { description, index, count, gap, isCurrent, loadPreview, scoresAs, onShow } = props;
  const { filepath, fileName, kind, capturedAt } = description;
  const { imageView: words } = messages;
  const preview = usePreview(filepath, loadPreview, description.image.inference !== null);
  const after = gap === null ? '' : `, ${words.gap(formatDuration(gap))}`;
  return (
    <button
      type="button"
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={`${words.frame(index + 1, count, imageInWords(description, scoresAs))}${after}`}
      title={`${imageName(description)}, ${fileName}`}
      className={classNames(styles.frame, isCurrent && styles.current)}
      onClick={() => onShow(filepath)}
    >
      <span className={styles.cell}>
        {preview.step === 'shown' && <img className={styles.picture} src={preview.url} alt="" draggable={false} />}
        {!canBeShown(description) && <Icon of={ImageOff} size={20} />}
        {gap !== null && <span className={styles.gap}>{gapText(gap)}</span>}
      </span>
      <span className={styles.facts}>
        <KindMark kind={kind} size={14} />
        <span className={text.ellipsis}>{imageName(description)}</span>
      </span>
      <span className={styles.facts}>
        <span className={text.ellipsis}>{capturedAt === null ? fileName : formatCaptureTime(capturedAt)}</span>
        <span className={styles.marks}>
          <ReviewMarks description={description} />
        </span>
      </span>
    </button>
  );
}
