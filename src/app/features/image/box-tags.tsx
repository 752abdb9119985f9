import { messages } from '../../messages';
import { CategoryMark } from '../../shared/category-mark';
import { classNames } from '../../shared/class-names';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { boxName } from '../../shared/images/box-name';
import type { ImageDescription } from '../../shared/images/describe-image';
import { shownBoxes } from '../../shared/images/shown-boxes';
import { asDetections } from '../../shared/review/reviewed-boxes';
import styles from './box-tags.module.css';

export interface BoxTagsProps {
  readonly description: ImageDescription;
  readonly leastConf: number;
  readonly scoresAs: ScoreFormat;
}

/** Mark, label and conf at the upper corner of each box above the shown limit; inside when there is no room above. */
export function BoxTags({ description, leastConf, scoresAs }: BoxTagsProps) {
  const { inference, rejected, review } = description.image;
  const own = review?.boxes ?? null;
  const boxes =
    own === null ? shownBoxes(inference?.detections ?? null, leastConf, rejected) : shownBoxes(asDetections(own));
  return boxes
    .filter(({ isFaint }) => !isFaint)
    .map((box) => (
      <span
        key={box.index}
        aria-hidden
        className={classNames(styles.tag, box.y < 0.06 && styles.inside, box.x > 0.7 && styles.end)}
        style={
          box.x > 0.7
            ? { right: `${(1 - Math.min(1, box.x + box.width)) * 100}%`, top: `${box.y * 100}%` }
            : { left: `${box.x * 100}%`, top: `${box.y * 100}%` }
        }
      >
        <CategoryMark category={box.kind} />
        <span>{boxName(description, box)}</span>
        {own === null && <span className={styles.conf}>{messages.images.conf(formatScore(box.conf, scoresAs))}</span>}
      </span>
    ));
}
