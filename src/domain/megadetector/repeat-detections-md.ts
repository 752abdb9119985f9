import type { Bbox } from '../detection';
import { ParseError } from '../parse-error';
import { hasDetection, type DetectionSet } from './detection-set';
import type { MdDetection, MdImage, MdResults } from './md-results';
import { findRepeatDetections, type RepeatGroup, type RepeatImage } from './repeat-detections';
import type { RepeatOptions } from './repeat-options';
import { inReviewOrder, type RepeatReviewOrder } from './repeat-review-order';

/** What the search found in a result file. */
export interface MdRepeats {
  /** The file's content with normal paths: forward slashes, no `.`, no doubled slash. */
  readonly results: MdResults;
  /** By camera in the order of the cameras' first images, within a camera in the order for review. */
  readonly groups: readonly MdRepeatGroup[];
}

/** A group with the name of the picture by which the reference's reviewers decide on it. */
export interface MdRepeatGroup extends RepeatGroup {
  /** `dir0000_det0000_n0004.jpg`: number of the camera, of the group in it, how many members (megadetector 10.0.24). */
  readonly picture: string;
}

/** So many images are looked at between two yields: well below 10 ms. */
const PIECE = 1000;

/** Endings of stills, in lower case (megadetector 10.0.24, path_utils.IMG_EXTENSIONS). Videos are not searched. */
const STILLS = /[^/]\.(?:jpe?g|gif|png|tiff?|bmp|webp|avif)$/i;

/**
 * Finds repeat detections in a result file (megadetector 10.0.24, find_repeat_detections), as `findRepeatDetections` does, and
 * yields as it does. Throws ParseError for a path that is there twice, a conf beyond 1, and a box larger than the image.
 */
export function* findMdRepeats(
  results: MdResults,
  options: RepeatOptions,
  order: RepeatReviewOrder = 'xsort',
): Generator<void, MdRepeats> {
  const images: MdImage[] = [];
  const files = new Set<string>();
  const cameras = new Map<string, RepeatGroup[]>();
  for (const [index, image] of results.images.entries()) {
    const file = normalPath(image.file);
    if (files.has(file)) throw new ParseError(`images[${index}].file`, 'a file of its own', `"${file}" again`);
    files.add(file);
    images.push(file === image.file ? image : { ...image, file });
    cameras.set(options.cameraOf(file), []);
    if (files.size % PIECE === 0) yield;
  }
  for (const group of yield* findRepeatDetections(repeatImages(images), options))
    cameras.get(group.camera)!.push(group);
  const groups = [...cameras.values()].flatMap((own, camera) =>
    inReviewOrder(own, order).map(({ group, cluster }, index) => ({
      ...group,
      picture: pictureName([
        ['dir', camera],
        ['_det', index],
        ['_c', cluster],
        ['_n', group.members.length],
      ]),
    })),
  );
  return { results: { ...results, images }, groups };
}

/**
 * An image in which these detections are marked as repeats: the sign of their conf is flipped, unless it is flipped already
 * (megadetector 10.0.24, _update_detection_table). A `max_detection_conf` follows. All else stays as it is, numbers too; the
 * reference leaves three decimals of every number on this occasion.
 */
export function markMdRepeats(image: MdImage, repeats: DetectionSet): MdImage {
  if (!repeats.has(image.file) || !image.detections || image.detections.length === 0) return image;
  const detections = image.detections.map((detection, index) => {
    const isRepeat = hasDetection(repeats, { filepath: image.file, detection: index });
    return isRepeat && detection.conf >= 0 ? { ...detection, conf: -detection.conf } : detection;
  });
  if (!('max_detection_conf' in image)) return { ...image, detections };
  return { ...image, detections, max_detection_conf: Math.max(...detections.map(({ conf }) => conf)) };
}

function* repeatImages(images: readonly MdImage[]): Generator<RepeatImage> {
  for (const [index, { file, detections }] of images.entries()) {
    const searched = STILLS.test(file) ? (detections ?? null) : null;
    yield {
      filepath: file,
      capturedAt: null,
      detections:
        searched?.map((found, place) => repeatDetection(found, `images[${index}].detections[${place}]`)) ?? null,
    };
  }
}

/** The reference stops at such numbers too: they are pixels or per cent, and would be compared in vain. */
function repeatDetection({ category, conf, bbox }: MdDetection, where: string) {
  if (!(Math.abs(conf) <= 1)) throw new ParseError(`${where}.conf`, 'at most 1', String(conf));
  const [x = NaN, y = NaN, width = NaN, height = NaN] = bbox;
  if (!(Math.abs(width * height) <= 1))
    throw new ParseError(`${where}.bbox`, 'fractions of the image', bbox.join(', '));
  const box: Bbox = [x, y, width, height];
  return { category, conf, bbox: box };
}

/** What Python's os.path.normpath makes of a path, and then forward slashes (megadetector 10.0.24, load_api_results). */
function normalPath(path: string): string {
  const isAbsolute = path.startsWith('/');
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '..' || !isAbsolute) names.push(name);
  }
  return `${isAbsolute ? '/' : ''}${names.join('/')}`.replaceAll('\\', '/');
}

function pictureName(parts: readonly (readonly [word: string, value: number | null])[]): string {
  return `${parts.map(([word, value]) => (value === null ? '' : word + String(value).padStart(4, '0'))).join('')}.jpg`;
}
