import type { OpenSurvey } from './app-state';

/** While a survey is opened only these of its images are shown, and all of them when they are here: describing takes its time. */
const OPENING_IMAGES = 2000;

type Images = OpenSurvey['images'];

/** The first images of a survey that is being opened; `last` = what was answered before: the same array for as long as nothing of it changes. */
export function openingImages(images: Images, last: Images): Images {
  if (images.length <= OPENING_IMAGES) return images;
  if (last.length === OPENING_IMAGES && last.every((image, number) => image === images[number])) return last;
  return images.slice(0, OPENING_IMAGES);
}
