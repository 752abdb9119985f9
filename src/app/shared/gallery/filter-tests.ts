import { FAILURE_ORDER } from '../../../domain/failure';
import { isHeldBackAt } from '../../../pipeline/held-back-groups';
import type { SmoothedClasses } from '../../../domain/smoothed-image';
import type { ChangeFilter, FilterPartName, HourRange, ImageFilter, ScoreRange } from '../images/image-filter';
import { isInCell } from '../images/judged-image';
import { IMAGE_KINDS } from '../images/image-groups';
import { bitsOf, NAME_ORIGINS } from './image-facets';
import { namesAt, type Column, type ImageIndex } from './image-index';
import { REVIEW_STATES } from './review-states';
import { createWordSearch } from './search-text';

/** Files that pass filters which only the rest of the app can tell; null = such a filter holds nothing back (yet). */
export interface FilteredFiles {
  readonly eventFiles: ReadonlySet<string> | null;
  readonly differing: ReadonlySet<string> | null;
}

/** True for an image, by its number, that passes one part. */
export type ImageTest = (image: number) => boolean;

/** What passes one part of the filter that is set. */
export function createTest(
  name: FilterPartName,
  filter: ImageFilter,
  index: ImageIndex,
  { eventFiles, differing }: FilteredFiles,
): ImageTest {
  const { images, labels } = index;
  switch (name) {
    case 'event':
      return (image) => eventFiles?.has(images[image]!.filepath) !== false;
    case 'differs':
      return (image) => differing?.has(images[image]!.filepath) !== false;
    case 'change':
      return (image) => hasChange(images[image]!.smoothed, filter.change);
    case 'heldBack': {
      const { heldBack } = filter;
      return (image) => heldBack === null || isHeldBackAt(images[image]!, heldBack);
    }
    case 'agreement': {
      const { agreement } = filter;
      return (image) => agreement === null || isInCell(images[image]!, labels, agreement);
    }
    case 'kinds':
      return hasBit(index.kinds, bitsOf(filter.kinds, IMAGE_KINDS), (kind) => 1 << kind);
    case 'groups':
      return ofColumn(index.groups, (groups) => groups.some((group) => filter.groups.includes(group)));
    case 'folders':
      return ofColumn(index.folders, (folder) => filter.folders.includes(folder));
    case 'days': {
      const { from, to } = filter.days ?? { from: null, to: null };
      return ofColumn(index.days, (day) => (from === null || day >= from) && (to === null || day <= to));
    }
    case 'hours':
      return (image) => filter.hours === null || isHourWithin(index.hours[image]!, filter.hours);
    case 'text': {
      const isFound = createWordSearch(filter.text);
      return (image) => isFound(images[image]!.filepath, namesAt(index, image));
    }
    case 'score':
      return isWithin(index.scores, filter.score);
    case 'conf':
      return isWithin(index.confs, filter.conf);
    case 'noneAbove': {
      const limit = filter.noneAbove ?? 1;
      return (image) => index.confs[image]! <= limit;
    }
    case 'hasSeveral':
      return (image) => index.species[image]! > 1;
    case 'isOdd':
      return (image) => index.odd[image] === 1;
    case 'origins':
      return hasBit(index.origins, bitsOf(filter.origins, NAME_ORIGINS));
    case 'reviews':
      return hasBit(index.reviews, bitsOf(filter.reviews, REVIEW_STATES));
    case 'failures':
      return hasBit(index.failures, bitsOf(filter.failures, FAILURE_ORDER));
  }
}

/** An hour that is not known (-1) is in no range. */
export function isHourWithin(hour: number, { from, to }: HourRange): boolean {
  if (hour === -1) return false;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Asks once for each different value. */
function ofColumn<Value>({ values, of }: Column<Value>, passes: (value: Value) => boolean): ImageTest {
  const answers = values.map(passes);
  return (image) => answers[of[image]!] === true;
}

/** Any of the wanted bits. */
function hasBit(column: Uint8Array, wanted: number, bitsIn: (value: number) => number = (value) => value): ImageTest {
  return (image) => (bitsIn(column[image]!) & wanted) !== 0;
}

/** The sliders stand at hundredths; a stored score has more digits. What is NaN is in no range. */
function isWithin(column: Float64Array, { least, most }: ScoreRange): ImageTest {
  const highest = most >= 1 ? Infinity : most;
  return (image) => column[image]! >= least && column[image]! <= highest;
}

function hasChange(smoothed: SmoothedClasses | null, wanted: ChangeFilter | null): boolean {
  if (wanted === null) return true;
  if (smoothed === null) return false;
  const { was, label, within, step } = wanted;
  return [...smoothed.values()].some(
    (change) => change.was === was && change.label === label && change.within === within && change.step === step,
  );
}
