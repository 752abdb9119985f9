import type { Detection } from '../../../domain/detection';
import type { LabelKind } from './read-label';

/** Boxes below are drawn thin and without a tag; the ensemble's rules read them from here on too. */
export const SHOWN_CONF = 0.2;

/** The detector reports everything above 0.01: most of that is noise, not worth a line on the photo. */
export const FAINT_CONF = 0.1;

export interface ShownBox {
  /** Its number in `Inference.detections`. */
  readonly index: number;
  readonly kind: LabelKind;
  readonly conf: number;
  readonly isFaint: boolean;
  /** Fractions of the image. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes worth drawing, weakest first, so that the strongest lies on top; rejected repeats are none of them. */
export function shownBoxes(
  detections: readonly Detection[] | null,
  leastConf: number = FAINT_CONF,
  rejected: ReadonlySet<number> | null = null,
): ShownBox[] {
  return (detections ?? [])
    .map((detection, index) => ({ detection, index }))
    .filter(({ detection, index }) => detection.conf >= leastConf && rejected?.has(index) !== true)
    .sort((a, b) => a.detection.conf - b.detection.conf)
    .map(({ detection, index }) => ({
      index,
      kind: detection.label,
      conf: detection.conf,
      isFaint: detection.conf < SHOWN_CONF,
      x: detection.bbox[0],
      y: detection.bbox[1],
      width: detection.bbox[2],
      height: detection.bbox[3],
    }));
}
