import type { Bbox } from '../detection';
import { createBoxGrid, type BoxGrid } from './box-grid';
import { cornersOf } from './corner-iou';
import type { DetectionRef } from './detection-set';
import type { RepeatOptions } from './repeat-options';

/** What the search reads of an image: facts have this form. */
export interface RepeatImage {
  /** Relative to the survey's folder, forward slashes; once in a search. */
  readonly filepath: string;
  /** The camera's wall clock, `YYYY-MM-DDTHH:mm:ss`; null when it is not known. */
  readonly capturedAt: string | null;
  /** Null when nothing was detected because nothing was looked for, or because that failed. */
  readonly detections: readonly RepeatDetection[] | null;
}

/** What the search reads of a detection. */
export interface RepeatDetection {
  readonly category: string;
  readonly conf: number;
  readonly bbox: Bbox;
}

/** A place where one camera's detector saw something again and again. */
export interface RepeatGroup {
  readonly camera: string;
  /** How many images the camera has in this search, with and without detections. */
  readonly cameraImages: number;
  /** Category and box of the first member, which founded the group: all members are compared with it, and it alone. */
  readonly category: string;
  readonly bbox: Bbox;
  /** In the order of the images, and of the detections within an image. */
  readonly members: readonly RepeatGroupMember[];
}

/** A detection in a group; it may be in several. */
export interface RepeatGroupMember extends DetectionRef {
  readonly image: RepeatImage;
  /** The image's place among the images of its camera, from 0, in the order they were given. */
  readonly position: number;
}

/** So many images and detections are looked at between two yields: well below 10 ms. */
const PIECE = 200;

/**
 * Finds detections that recur at the same place (megadetector 10.0.24, find_repeat_detections). Images are taken in the order
 * they are given, and each detection is compared with the founding box of every group of its camera: it joins all that it
 * overlaps enough, or else founds one. Groups come by camera, in the order of the cameras' first images, and in the order they
 * were founded. Yields every few hundred detections, so that whoever drives it can give way. Throws RangeError for a
 * `minIou` of 0 or less, and whatever `cameraOf` throws.
 */
export function* findRepeatDetections(
  images: Iterable<RepeatImage>,
  options: RepeatOptions,
): Generator<void, readonly RepeatGroup[]> {
  const cameras = new Map<string, RepeatImage[]>();
  let sinceYield = 0;
  for (const image of images) {
    const camera = options.cameraOf(image.filepath);
    const others = cameras.get(camera);
    if (others === undefined) cameras.set(camera, [image]);
    else others.push(image);
    if (++sinceYield % PIECE === 0) yield;
  }
  const repeats: RepeatGroup[] = [];
  sinceYield = 0;
  for (const [camera, own] of cameras) {
    if (!isSearched(camera, own.length, options)) continue;
    const search = createCameraSearch(camera, own.length, options);
    for (const [position, image] of own.entries()) {
      search.add(image, position);
      sinceYield += 1 + (image.detections?.length ?? 0);
      if (sinceYield < PIECE) continue;
      yield;
      sinceYield = 0;
    }
    for (const group of search.groups) if (group.members.length >= options.minOccurrences) repeats.push(group);
  }
  return repeats;
}

function isSearched(camera: string, images: number, { cameras, maxImagesPerCamera }: RepeatOptions): boolean {
  if (maxImagesPerCamera !== null && images > maxImagesPerCamera) return false;
  if (cameras === 'all') return true;
  return 'only' in cameras ? cameras.only.includes(camera) : !cameras.except.includes(camera);
}

interface OpenGroup extends RepeatGroup {
  readonly members: RepeatGroupMember[];
}

function createCameraSearch(camera: string, cameraImages: number, options: RepeatOptions) {
  const groups: OpenGroup[] = [];
  const grids = new Map<string, BoxGrid<OpenGroup>>();

  function gridFor(category: string): BoxGrid<OpenGroup> {
    const key = options.isCategoryAgnostic ? '' : category;
    const found = grids.get(key) ?? createBoxGrid<OpenGroup>(options.minIou);
    grids.set(key, found);
    return found;
  }

  return {
    groups,
    add(image: RepeatImage, position: number): void {
      for (const [detection, { category, conf, bbox }] of (image.detections ?? []).entries()) {
        if (!isCompared(category, conf, bbox, options)) continue;
        const member = { filepath: image.filepath, detection, image, position };
        const corners = cornersOf(bbox);
        const grid = gridFor(category);
        const same = grid.matching(corners);
        for (const group of same) group.members.push(member);
        if (same.length > 0) continue;
        const group = { camera, cameraImages, category, bbox, members: [member] };
        groups.push(group);
        grid.add(corners, group);
      }
    },
  };
}

/** Boxes without an extent are left alone, as are those turned inside out, which the reference finds to overlap with none. */
function isCompared(category: string, conf: number, [, , width, height]: Bbox, options: RepeatOptions): boolean {
  if (!(conf >= options.minConf && conf <= options.maxConf)) return false;
  if (options.excludedCategories.includes(category)) return false;
  const area = width * height;
  return width > 0 && height > 0 && area >= options.minArea && area <= options.maxArea;
}
