import { Blend, CornerLeftUp, MapPinOff } from 'lucide-react';
import { messages } from '../../messages';
import { classNames } from '../class-names';
import { FileName } from '../file-name';
import { formatCaptureTime } from '../format/format-date';
import type { ScoreFormat } from '../format/format-score';
import { Icon } from '../icon';
import text from '../text.module.css';
import type { ImageDescription } from './describe-image';
import styles from './image-tile.module.css';
import { imageName, othersText, scoreText, smoothedText } from './image-words';
import { KindMark } from './kind-mark';
import { ReviewMarks } from '../review/review-marks';
import { PhotoCell, type BoxMarking } from './photo-cell';
import type { LoadPreview } from './use-preview';

export interface ImageTileProps {
  readonly description: ImageDescription;
  readonly loadPreview: LoadPreview;
  readonly scoresAs: ScoreFormat;
  readonly marks?: BoxMarking;
  /** See PhotoCell. */
  readonly isPassing?: boolean;
}

/**
 * A photo and its data strip: label, then score, time and states, always in this order. What is around it (a grid cell,
 * a link) carries the name in words, so the parts are silent.
 */
export function ImageTile({ description, loadPreview, scoresAs, marks = 'none', isPassing = false }: ImageTileProps) {
  return (
    <div className={styles.tile} aria-hidden>
      <PhotoCell description={description} loadPreview={loadPreview} marks={marks} isPassing={isPassing} />
      <div className={styles.strip}>
        <LabelLine description={description} />
        <FactsLine description={description} scoresAs={scoresAs} />
      </div>
    </div>
  );
}

function LabelLine({ description }: { readonly description: ImageDescription }) {
  const { kind, fileName, count } = description;
  const isNamed = kind !== 'failed' && kind !== 'waiting';
  const others = othersText(description);
  return (
    <div className={styles.line}>
      <KindMark kind={kind} size={14} />
      {isNamed ? (
        <span className={classNames(styles.name, text.ellipsis)} title={imageName(description)}>
          {imageName(description)}
          {others !== null && <span className={styles.others}> {others}</span>}
        </span>
      ) : (
        <FileName name={fileName} className={styles.name} />
      )}
      {count > 1 && <span className={styles.count}>{messages.images.times(count)}</span>}
    </div>
  );
}

function FactsLine({
  description,
  scoresAs,
}: {
  readonly description: ImageDescription;
  readonly scoresAs: ScoreFormat;
}) {
  const { kind, capturedAt, isGeofenced, review, rolledUpTo, smoothed } = description;
  const score = scoreText(description, scoresAs);
  const hasStates = review !== null || isGeofenced || rolledUpTo !== null || smoothed !== null;
  return (
    <div className={classNames(styles.line, styles.facts)}>
      {kind === 'waiting' && <span>{messages.images.kinds.waiting}</span>}
      {score !== null && <span className={styles.score}>{score}</span>}
      {capturedAt !== null && <span className={text.ellipsis}>{formatCaptureTime(capturedAt)}</span>}
      {hasStates && (
        <span className={styles.states}>
          <ReviewMarks description={description} />
          {isGeofenced && <Icon of={MapPinOff} size={14} />}
          {rolledUpTo !== null && <Icon of={CornerLeftUp} size={14} />}
          {smoothed !== null && (
            <span className={styles.state} title={smoothedText(smoothed)}>
              <Icon of={Blend} size={14} />
            </span>
          )}
        </span>
      )}
    </div>
  );
}
