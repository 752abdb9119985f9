import type { Bbox } from '../detection';
import { compareCodePoints } from '../python-text';
import type { DetectionRef } from './detection-set';
import { findRepeatDetections, type RepeatGroup, type RepeatGroupMember, type RepeatImage } from './repeat-detections';
import type { RepeatOptions } from './repeat-options';

/** Detections at one place before one camera, seen so often that they are likely no animal: what a person decides on. */
export interface RepeatStack {
  /**
   * The camera, the founding detection, its category and box in text. The same facts and options give the same id; a
   * detection that came to another place or category under the same index gives another.
   */
  readonly id: string;
  readonly camera: string;
  /** Null when the members are of several categories, which only happens when categories are not compared. */
  readonly category: string | null;
  /** The mean of the members' boxes. */
  readonly bbox: Bbox;
  /** The box that all members were compared with: the first one's. */
  readonly foundingBox: Bbox;
  /** In the order of the images. An image can be there twice. */
  readonly members: readonly DetectionRef[];
  /** How many members. */
  readonly count: number;
  /** In how many images, and which share of the camera's images that is, with and without detections: above 0, at most 1. */
  readonly images: number;
  readonly share: number;
  readonly minConf: number;
  readonly maxConf: number;
  /** The camera's wall clock, `YYYY-MM-DDTHH:mm:ss`, at the earliest and the latest member; null when no time is known. */
  readonly firstCapturedAt: string | null;
  readonly lastCapturedAt: string | null;
  /** Seconds between the two; null when no time is known. */
  readonly spreadSeconds: number | null;
  /** The most images in a row, as they were given, that have a member. */
  readonly longestRun: number;
}

/** An animal may lie still for hours, but it is not in the same box a day later. */
const LASTING_SECONDS = 24 * 60 * 60;

/** So many members are looked at between two yields: well below 10 ms. */
const PIECE = 5000;

/**
 * Finds the stacks among images, the most certain repeats first: those that are still there a day later, then those whose
 * times are not known, then the short ones, which may be an animal at rest. Among these, more images go first, because each
 * makes chance less likely, and saves more work; then the larger share of the camera's images; then camera and order of
 * founding. Finding is `findRepeatDetections`, with its yields and errors.
 */
export function* findRepeatStacks(
  images: Iterable<RepeatImage>,
  options: RepeatOptions,
): Generator<void, readonly RepeatStack[]> {
  const groups = yield* findRepeatDetections(images, options);
  const stacks: RepeatStack[] = [];
  let sinceYield = 0;
  for (const group of groups) {
    stacks.push(createRepeatStack(group));
    sinceYield += group.members.length;
    if (sinceYield < PIECE) continue;
    yield;
    sinceYield = 0;
  }
  return stacks.sort(compareCertainty);
}

/**
 * The order of `findRepeatStacks`, for sorting: negative when `a` is the more certain repeat; 0 for equal ones of a camera,
 * which keep the order of their founding.
 */
export function compareCertainty(a: RepeatStack, b: RepeatStack): number {
  return (
    certaintyByTime(b) - certaintyByTime(a) ||
    b.images - a.images ||
    b.share - a.share ||
    compareCodePoints(a.camera, b.camera)
  );
}

function certaintyByTime({ spreadSeconds }: RepeatStack): number {
  if (spreadSeconds === null) return 1;
  return spreadSeconds >= LASTING_SECONDS ? 2 : 0;
}

/** What a group of the search tells a person. It has at least one member, in the order of the images. */
export function createRepeatStack({ camera, cameraImages, category, bbox, members }: RepeatGroup): RepeatStack {
  const founder = members[0]!;
  const detections = members.map(({ image, detection }) => image.detections![detection]!);
  const times = timesOf(members);
  const { images, longestRun } = runsOf(members);
  return {
    id: `${camera}|${founder.filepath}|${founder.detection}|${category}|${bbox.join(' ')}`,
    camera,
    category: detections.every((detection) => detection.category === category) ? category : null,
    bbox: meanBox(detections),
    foundingBox: bbox,
    members: members.map(({ filepath, detection }) => ({ filepath, detection })),
    count: members.length,
    images,
    share: images / cameraImages,
    minConf: detections.reduce((least, { conf }) => Math.min(least, conf), Infinity),
    maxConf: detections.reduce((most, { conf }) => Math.max(most, conf), -Infinity),
    ...times,
    longestRun,
  };
}

function meanBox(boxes: readonly { readonly bbox: Bbox }[]): Bbox {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const { bbox } of boxes) bbox.forEach((value, side) => (sum[side]! += value));
  const [x, y, width, height] = sum;
  return [x / boxes.length, y / boxes.length, width / boxes.length, height / boxes.length];
}

/** Wall clocks of this form sort as text. */
function timesOf(members: readonly RepeatGroupMember[]) {
  let first: string | null = null;
  let last: string | null = null;
  for (const { image } of members) {
    const time = image.capturedAt;
    if (time === null) continue;
    if (first === null || time < first) first = time;
    if (last === null || time > last) last = time;
  }
  const seconds = (Date.parse(`${last}Z`) - Date.parse(`${first}Z`)) / 1000;
  return { firstCapturedAt: first, lastCapturedAt: last, spreadSeconds: Number.isFinite(seconds) ? seconds : null };
}

/** Members come in the order of their images. */
function runsOf(members: readonly RepeatGroupMember[]): { readonly images: number; readonly longestRun: number } {
  let images = 0;
  let run = 0;
  let longestRun = 0;
  let before = -1;
  for (const { position } of members) {
    if (images > 0 && position === before) continue;
    run = images > 0 && position === before + 1 ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
    images += 1;
    before = position;
  }
  return { images, longestRun };
}
