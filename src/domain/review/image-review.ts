import type { Bbox, DetectionCategory } from '../detection';

/** Words for the sex of an animal (Camtrap DP 1.0.2, observations, `sex`). */
export const SEXES = ['female', 'male'] as const;

/** Words for the age of an animal (Camtrap DP 1.0.2, observations, `lifeStage`). */
export const LIFE_STAGES = ['adult', 'subadult', 'juvenile'] as const;

/** One of SEXES. */
export type Sex = (typeof SEXES)[number];

/** One of LIFE_STAGES. */
export type LifeStage = (typeof LIFE_STAGES)[number];

/** One kind of thing that a person sees in an image, and what can be said of it. */
export interface Observation {
  /** A whole label line, `uuid;class;order;family;genus;species;common name`: of the package, special, or the person's own. */
  readonly label: string;
  /** Individuals; null = not counted. */
  readonly count: number | null;
  readonly sex: Sex | null;
  readonly lifeStage: LifeStage | null;
  /** Free words; empty = nothing said. */
  readonly behavior: string;
  /** Name or number of a known individual; empty = none. */
  readonly individual: string;
}

/** A box as the person left it. */
export interface ReviewBox {
  readonly bbox: Bbox;
  readonly category: DetectionCategory;
  /** A whole label line; null = only its category is known. */
  readonly label: string | null;
  /** The detection that it was, by its number; null = drawn by the person. */
  readonly from: number | null;
}

/** What a person says of an image. It stands beside the facts of the networks: neither ever changes the other. */
export interface ImageReview {
  readonly filepath: string;
  /** What is in the image, the main thing first; null = nobody has said it. An empty image has one: blank. */
  readonly observations: readonly Observation[] | null;
  /** All boxes of the image; null = the detector's stand as they are. */
  readonly boxes: readonly ReviewBox[] | null;
  readonly isFlagged: boolean;
  readonly isStarred: boolean;
  readonly note: string;
  /** Who said it last; empty where no name is set. */
  readonly by: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** A review that says nothing. */
export function emptyReview(filepath: string): ImageReview {
  return {
    filepath,
    observations: null,
    boxes: null,
    isFlagged: false,
    isStarred: false,
    note: '',
    by: '',
    at: 0,
  };
}

/** True when the review says nothing, so that it need not be kept. */
export function saysNothing({ observations, boxes, isFlagged, isStarred, note }: ImageReview): boolean {
  return observations === null && boxes === null && !isFlagged && !isStarred && note === '';
}

/** An observation of which only the label is known. */
export function observationOf(label: string, count: number | null = null): Observation {
  return { label, count, sex: null, lifeStage: null, behavior: '', individual: '' };
}
