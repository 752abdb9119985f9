import type { Detection } from '../../../domain/detection';
import { classNames } from '../class-names';
import styles from './box-overlay.module.css';
import { shownBoxes, type ShownBox } from './shown-boxes';

export interface BoxOverlayProps {
  readonly detections: readonly Detection[] | null;
  /** Pixels of the photo: the drawing then lies over it wherever it is fitted to. */
  readonly size: { readonly width: number; readonly height: number };
  /** Numbers of boxes that are not drawn: rejected repeats. */
  readonly rejected?: ReadonlySet<number> | null;
  readonly leastConf?: number | undefined;
  /** Number of the box that is pointed at elsewhere. */
  readonly marked?: number | null;
}

/** Boxes over a photo that is contained in the same area: the view box letterboxes as `object-fit: contain` does. */
export function BoxOverlay({ detections, size, rejected = null, leastConf, marked = null }: BoxOverlayProps) {
  return (
    <svg
      className={styles.overlay}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
      focusable={false}
    >
      {shownBoxes(detections, leastConf, rejected).map((box) => (
        <Box key={box.index} box={box} size={size} isMarked={box.index === marked} />
      ))}
    </svg>
  );
}

interface BoxProps {
  readonly box: ShownBox;
  readonly size: BoxOverlayProps['size'];
  readonly isMarked: boolean;
}

/** A dark halo below the coloured line keeps the pair readable on snow, grass and night frames. */
function Box({ box, size, isMarked }: BoxProps) {
  const place = {
    x: box.x * size.width,
    y: box.y * size.height,
    width: box.width * size.width,
    height: box.height * size.height,
  };
  const look = [box.isFaint && styles.faint, isMarked && styles.marked];
  return (
    <>
      <rect {...place} className={classNames(styles.halo, ...look)} />
      <rect {...place} className={classNames(styles.line, styles[box.kind], ...look)} />
    </>
  );
}
