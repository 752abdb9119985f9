import { classNames } from '../class-names';
import { CategoryMark } from '../category-mark';
import styles from './box-marks.module.css';
import { boxName } from './box-name';
import type { ImageDescription } from './describe-image';
import { shownBoxes, type ShownBox } from './shown-boxes';

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
          return (
            <span key={box.index} className={styles.mark} style={placeOf(box)}>
              <CategoryMark category={box.kind} size={14} />
              {hasNames && <span className={styles.name}>{boxName(description, box)}</span>}
            </span>
          );
        })}
    </div>
  );
}

/** Above the box, or inside where there is no room above; at its end where a name would leave the photo. */
function placeOf({ x, y, width }: ShownBox) {
  const percent = (share: number) => `${share * 100}%`;
  return {
    ...(y < 0.12 ? { top: percent(y) } : { bottom: percent(1 - y) }),
    ...(x > 0.6 ? { right: percent(1 - Math.min(1, x + width)) } : { left: percent(x) }),
    // A name that is longer is cut: it does not leave the photo.
    maxInlineSize: percent(Math.min(0.6, x > 0.6 ? 1 : 1 - x)),
  };
}
