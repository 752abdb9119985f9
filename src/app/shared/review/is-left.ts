import type { SurveyImage } from '../../state/app-state';
import { isRead } from '../images/image-answer';

/** True when the image could be read and nobody has said what is in it. */
export function isLeft(image: SurveyImage | null): boolean {
  return image !== null && image.review?.observations == null && isRead(image);
}
