import type { SurveyImage } from '../../state/app-state';

const indices = new WeakMap<readonly SurveyImage[], ReadonlyMap<string, SurveyImage>>();

/** Images by path; made once for each list of images, because 100,000 of them take a moment. */
export function imagesByPath(images: readonly SurveyImage[]): ReadonlyMap<string, SurveyImage> {
  const known = indices.get(images);
  if (known !== undefined) return known;
  const made = new Map(images.map((image) => [image.filepath, image]));
  indices.set(images, made);
  return made;
}
