import type { ComparedDetection } from '../../../domain/comparison/compared-image';
import styles from './other-boxes.module.css';

export interface OtherBoxesProps {
  readonly detections: readonly ComparedDetection[];
  /** Pixels of the photo. */
  readonly size: { readonly width: number; readonly height: number };
  readonly leastConf: number;
}

/** Boxes of the result that the survey is compared with, dotted and white, so that they are never taken for our own. */
export function OtherBoxes({ detections, size, leastConf }: OtherBoxesProps) {
  return (
    <svg
      className={styles.overlay}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
      focusable={false}
    >
      {detections
        .filter(({ conf }) => conf >= leastConf)
        .map(({ bbox: [x, y, width, height] }, index) => {
          const place = {
            x: x * size.width,
            y: y * size.height,
            width: Math.max(0, width) * size.width,
            height: Math.max(0, height) * size.height,
          };
          return (
            <g key={index}>
              <rect {...place} className={styles.halo} />
              <rect {...place} className={styles.line} />
            </g>
          );
        })}
    </svg>
  );
}
