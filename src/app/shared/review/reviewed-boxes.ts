import { DETECTION_LABELS, type Detection } from '../../../domain/detection';
import { boxesToEdit } from '../../../domain/review/edit-boxes';
import type { ReviewBox } from '../../../domain/review/image-review';
import type { SurveyImage } from '../../state/app-state';
import { SHOWN_CONF } from '../images/shown-boxes';

/** The boxes that stand for an image: the person's, else the detector's that are shown. */
export function boxesOf({ review, inference, animals, smoothed, rejected }: SurveyImage): readonly ReviewBox[] {
  return (
    review?.boxes ??
    boxesToEdit(
      inference?.detections ?? [],
      (index) => smoothed?.get(index)?.label ?? animals[index]?.label ?? null,
      ({ conf }, index) => conf >= SHOWN_CONF && rejected?.has(index) !== true,
    )
  );
}

/** The person's boxes as detections are drawn; they are certain. */
export function asDetections(boxes: readonly ReviewBox[]): readonly Detection[] {
  return boxes.map(({ bbox, category }) => ({ bbox, category, label: DETECTION_LABELS[category], conf: 1 }));
}
