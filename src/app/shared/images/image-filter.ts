import { isHeldBackAt, type HeldBackKey } from '../../../pipeline/held-back-groups';
import type { SmoothedClass, SmoothedClasses } from '../../../domain/smoothed-image';
import type { ImageDescription } from './describe-image';
import type { DiffersFilter } from './differs-filter';
import { allGroupKeysOf } from './image-groups';

export type ImageSort = 'name' | 'newest' | 'oldest' | 'highest' | 'lowest';
export const IMAGE_SORTS: readonly ImageSort[] = ['name', 'newest', 'oldest', 'highest', 'lowest'];

export interface ImageFilter {
  /** Keys of group nodes; empty = all. */
  readonly groups: readonly string[];
  /** Words of the file's path or the label's names, in any order. */
  readonly text: string;
  readonly leastScore: number;
  readonly mostScore: number;
  /** Only images in which this first choice was held back; null = all. */
  readonly heldBack: HeldBackKey | null;
  /** Path of an image: only its event is shown. Null = all. */
  readonly event: string | null;
  /** Only images with a class that smoothing changed so. Null = all. */
  readonly change: ChangeFilter | null;
  /** Only images that differ from the result that the survey is compared with; null = all. */
  readonly differs: DiffersFilter | null;
}

/** From one whole label to another, by one step of smoothing. */
export type ChangeFilter = SmoothedClass;

export const NO_FILTER: ImageFilter = {
  groups: [],
  text: '',
  leastScore: 0,
  mostScore: 1,
  heldBack: null,
  event: null,
  change: null,
  differs: null,
};

/** How many filters hold images back; each is one chip. */
export function countFilters(filter: ImageFilter): number {
  const { groups, text, heldBack, event, change, differs } = filter;
  const others = [heldBack, event, change, differs].filter((part) => part !== null);
  return groups.length + others.length + Number(text.trim() !== '') + Number(hasScoreFilter(filter));
}

export function hasScoreFilter({ leastScore, mostScore }: ImageFilter): boolean {
  return leastScore > 0 || mostScore < 1;
}

/** Event and change of name: another list than the survey's. `eventFiles` = the paths of the event that the filter names. */
export function withinScope(
  descriptions: readonly ImageDescription[],
  { change }: ImageFilter,
  eventFiles: ReadonlySet<string> | null,
): readonly ImageDescription[] {
  if (eventFiles === null && change === null) return descriptions;
  return descriptions.filter(
    ({ filepath, image }) =>
      (eventFiles === null || eventFiles.has(filepath)) && (change === null || hasChange(image.smoothed, change)),
  );
}

function hasChange(smoothed: SmoothedClasses | null, { was, label, within, step }: ChangeFilter): boolean {
  if (smoothed === null) return false;
  return [...smoothed.values()].some(
    (change) => change.was === was && change.label === label && change.within === within && change.step === step,
  );
}

/** Text, score and what was held back: what the counts beside the groups follow. */
export function withoutGroups(descriptions: readonly ImageDescription[], filter: ImageFilter) {
  const words = filter.text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const byScore = hasScoreFilter(filter);
  const { heldBack } = filter;
  if (words.length === 0 && !byScore && heldBack === null) return descriptions;
  return descriptions.filter((description) => {
    if (heldBack !== null && !isHeldBackAt(description.image, heldBack)) return false;
    if (byScore && !isScoreWithin(description.score, filter)) return false;
    return words.length === 0 || words.every((word) => searchTextOf(description).includes(word));
  });
}

/** Also the choice of groups. */
export function withinGroups(descriptions: readonly ImageDescription[], groups: readonly string[]) {
  if (groups.length === 0) return descriptions;
  const chosen = new Set(groups);
  return descriptions.filter((description) => [...allGroupKeysOf(description)].some((key) => chosen.has(key)));
}

/** The order of the list is by path, as it was listed: "name" keeps it. What has no time or score comes last. */
export function sortImages(descriptions: readonly ImageDescription[], sort: ImageSort): readonly ImageDescription[] {
  switch (sort) {
    case 'name':
      return descriptions;
    case 'newest':
      return descriptions.toSorted((a, b) => compareTimes(b.capturedAt, a.capturedAt) || missing(a, b, 'capturedAt'));
    case 'oldest':
      return descriptions.toSorted((a, b) => compareTimes(a.capturedAt, b.capturedAt) || missing(a, b, 'capturedAt'));
    case 'highest':
      return descriptions.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
    case 'lowest':
      return descriptions.toSorted((a, b) => (a.score ?? 2) - (b.score ?? 2));
  }
}

/** `differing`: paths of the images that pass `filter.differs`; null = that filter holds nothing back (yet). */
export function onlyDiffering(descriptions: readonly ImageDescription[], differing: ReadonlySet<string> | null) {
  return differing === null ? descriptions : descriptions.filter(({ filepath }) => differing.has(filepath));
}

/** Files that pass filters which only the rest of the app can tell; null = such a filter holds nothing back (yet). */
export interface FilteredFiles {
  readonly eventFiles: ReadonlySet<string> | null;
  readonly differing: ReadonlySet<string> | null;
}

export function filterAndSort(
  descriptions: readonly ImageDescription[],
  filter: ImageFilter,
  sort: ImageSort,
  { eventFiles, differing }: FilteredFiles,
) {
  const inScope = onlyDiffering(withinScope(descriptions, filter, eventFiles), differing);
  return sortImages(withinGroups(withoutGroups(inScope, filter), filter.groups), sort);
}

/** ISO 8601 without a zone sorts as text. Zero when one is missing: `missing` decides then. */
function compareTimes(a: string | null, b: string | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}

function missing(a: ImageDescription, b: ImageDescription, key: 'capturedAt'): number {
  return Number(a[key] === null) - Number(b[key] === null);
}

/** The sliders stand at hundredths; a stored score has more digits. */
function isScoreWithin(score: number | null, { leastScore, mostScore }: ImageFilter): boolean {
  return score !== null && score >= leastScore && (mostScore >= 1 || score <= mostScore);
}

const searchTexts = new WeakMap<ImageDescription, string>();

function searchTextOf(description: ImageDescription): string {
  const found = searchTexts.get(description);
  if (found !== undefined) return found;
  const { filepath, label, kind, others } = description;
  const text = [
    filepath,
    ...[label, ...others].flatMap((named) => [named?.commonName, named?.scientificName, ...(named?.taxa ?? [])]),
    kind === 'human' ? 'person' : kind,
  ]
    .join(' ')
    .toLocaleLowerCase();
  searchTexts.set(description, text);
  return text;
}

/** Counts of scores in `bins` equal parts of 0 to 1: the slider's histogram. */
export function scoreHistogram(descriptions: readonly ImageDescription[], bins: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const { score } of descriptions) {
    if (score !== null) counts[Math.min(bins - 1, Math.floor(score * bins))]! += 1;
  }
  return counts;
}
