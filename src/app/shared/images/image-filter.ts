import type { Failure } from '../../../domain/failure';
import type { TaxonomyLevel } from '../../../domain/prediction';
import type { SmoothedClass } from '../../../domain/smoothed-image';
import type { HeldBackKey } from '../../../pipeline/held-back-groups';
import type { NameOrigin } from '../gallery/image-facets';
import type { ReviewState } from '../gallery/review-states';
import type { ImageKind } from './image-answer';
import type { DiffersFilter } from './differs-filter';

/** From one number to another, both included; from 0 to 1 = all. */
export interface ScoreRange {
  readonly least: number;
  readonly most: number;
}

/** Days `YYYY-MM-DD`, both included; null = open on that side. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Hours of the day from the beginning of `from`, 0 to 23, to the beginning of `to`, 1 to 24; over midnight when `to` is before. */
export interface HourRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Which images are shown: those that pass every part. A part is a plain value; `filter-parts.ts` says how each is written in an
 * address, and `filter-tests.ts` what passes it.
 */
export interface ImageFilter {
  /** Only this event, named by the path of any of its images; null = all. */
  readonly event: string | null;
  /** Only images with a class that smoothing changed so; null = all. */
  readonly change: ChangeFilter | null;
  /** Any of these. */
  readonly kinds: readonly ImageKind[];
  /** Any of these keys of group nodes; empty = all. */
  readonly groups: readonly string[];
  /** Words of the file's path or the label's names, in any order. */
  readonly text: string;
  readonly score: ScoreRange;
  /** Of the best box. */
  readonly conf: ScoreRange;
  /** Only images in which the detector found nothing above this conf; null = all. */
  readonly noneAbove: number | null;
  readonly hasSeveral: boolean;
  /** Only images whose label is not the most frequent one of their event. */
  readonly isOdd: boolean;
  readonly origins: readonly NameOrigin[];
  /** Any of these. */
  readonly reviews: readonly ReviewState[];
  readonly failures: readonly Failure[];
  /** Any of these, without the folders below them. */
  readonly folders: readonly string[];
  readonly days: DayRange | null;
  readonly hours: HourRange | null;
  /** Only images in which this first choice was held back; null = all. */
  readonly heldBack: HeldBackKey | null;
  /** Only images that differ from the result that the survey is compared with; null = all. */
  readonly differs: DiffersFilter | null;
  /** Only images of which machine and person said this; null = all. */
  readonly agreement: AgreementFilter | null;
}

/** A cell of the table of agreement: its level, and its taxa as `taxonAtLevel` names them. */
export interface AgreementFilter {
  readonly level: TaxonomyLevel;
  readonly machine: string;
  readonly human: string;
}

/** From one whole label to another, by one step of smoothing. */
export type ChangeFilter = SmoothedClass;

export type FilterPartName = keyof ImageFilter;

export const ALL_SCORES: ScoreRange = { least: 0, most: 1 };

export const NO_FILTER: ImageFilter = {
  event: null,
  change: null,
  kinds: [],
  groups: [],
  text: '',
  score: ALL_SCORES,
  conf: ALL_SCORES,
  noneAbove: null,
  hasSeveral: false,
  isOdd: false,
  origins: [],
  reviews: [],
  failures: [],
  folders: [],
  days: null,
  hours: null,
  heldBack: null,
  differs: null,
  agreement: null,
};

/** The parts in the order of their chips. */
export const FILTER_PART_NAMES = Object.keys(NO_FILTER) as readonly FilterPartName[];

/** True when a part holds images back. */
export function isPartSet(filter: ImageFilter, name: FilterPartName): boolean {
  return countChips(filter, name) > 0;
}

/** How many filters hold images back; each is one chip. */
export function countFilters(filter: ImageFilter): number {
  return FILTER_PART_NAMES.reduce((sum, name) => sum + countChips(filter, name), 0);
}

/** Without the chip that stands last. */
export function withoutLastFilter(filter: ImageFilter): ImageFilter {
  const name = FILTER_PART_NAMES.findLast((part) => isPartSet(filter, part));
  if (name === undefined) return filter;
  const value = filter[name];
  const isList = Array.isArray(value) && value.length > 1;
  return { ...filter, [name]: isList ? value.slice(0, -1) : NO_FILTER[name] };
}

/** A list has a chip for each of its values, every other part one. */
function countChips(filter: ImageFilter, name: FilterPartName): number {
  const value = filter[name];
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'string' && name === 'text') return value.trim() === '' ? 0 : 1;
  if (name === 'score' || name === 'conf') {
    const { least, most } = filter[name];
    return least > 0 || most < 1 ? 1 : 0;
  }
  return value === null || value === false ? 0 : 1;
}
