import type { SurveyImage } from '../../state/app-state';
import { describeImage } from '../images/describe-image';

/** True when the image could be read and nobody has said what is in it. */
export function isLeft(image: SurveyImage | null, labels: readonly string[]): boolean {
  if (image === null || image.review?.observations != null) return false;
  const { kind } = describeImage(image, labels);
  return kind !== 'failed' && kind !== 'waiting';
}
