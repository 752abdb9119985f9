import type { OpenSurvey } from '../../state/app-state';
import { describeImage, type ImageDescription } from './describe-image';

/** Null for no path, and for one that is not in the survey. */
export function describeByPath(open: OpenSurvey, filepath: string | null): ImageDescription | null {
  const image = filepath === null ? null : open.imageOf(filepath);
  return image === null ? null : describeImage(image, open.labels);
}
