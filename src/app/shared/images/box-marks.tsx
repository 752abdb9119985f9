import { classNames } from '../class-names';
import { CategoryMark } from '../category-mark';
import styles from './box-marks.module.css';
import { boxName } from './box-name';
import type { ImageDescription } from './describe-image';
import { shownBoxes } from './shown-boxes';

export interface BoxMarksProps {
  readonly description: ImageDescription;
  /** Pixels of the photo, which is contained in a cell of 4:3. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where a name has room beside its mark. */
  readonly hasNames: boolean;
}

const CELL_RATIO = 4 / 3;

/** The category's shape at the corner of each box, and its name: colour is not what tells boxes apart. */
export function BoxMarks({ description, size, hasNames }: BoxMarksProps) {
  const { inference, rejected } = description.image;
  const ratio = size.width / size.height;
  return (
    <div
      className={classNames(styles.frame, ratio >= CELL_RATIO ? styles.wide : styles.tall)}
      style={{ aspectRatio: ratio }}
      aria-hidden
    >
      {shownBoxes(inference?.detections ?? null, undefined, rejected)
        .filter(({ isFaint }) => !isFaint)
        .map((box) => {
          const isAtEnd = box.x > 0.6;
          const right = `${(1 - Math.min(1, box.x + box.width)) * 100}%`;
          return (
            <span
              key={box.index}
              className={classNames(styles.mark, box.y < 0.12 && styles.inside, isAtEnd && styles.end)}
              style={{ top: `${box.y * 100}%`, ...(isAtEnd ? { right } : { left: `${box.x * 100}%` }) }}
            >
              <CategoryMark category={box.kind} size={14} />
              {hasNames && <span className={styles.name}>{boxName(description, box)}</span>}
            </span>
          );
        })}
    </div>
  );
}
