import type { Bbox, Detection } from './detection';
import type { ImageProblem } from './failure';
import type { PhotoClass, PublishedDetection } from './published-results';

/** `missing`: there is nothing here to compare, or nothing where something was published. */
export type Verdict = 'within' | 'outside' | 'missing';

/** One published result of one photo beside what the networks gave here. */
export interface ComparedRow {
  /** The reference's name of the photo. */
  readonly photo: string;
  readonly setId: string;
  readonly fact: ComparedFact;
  readonly verdict: Verdict;
}

/** One number or label that is compared. */
export type ComparedFact =
  | BoxFact
  /** A photo for which no box is published, and none was found. */
  | { readonly kind: 'no-boxes' }
  | ClassFact
  /** The photo could not be read here, or a network could not work on it. */
  | { readonly kind: 'unreadable'; readonly problem: ImageProblem };

/** A value of a detection. */
export interface BoxFact {
  readonly kind: 'box';
  /** From 1, in the order of the published confs. Null: nothing was published of this box. */
  readonly number: number | null;
  readonly published: PublishedDetection | null;
  /** Null: no such box, or one too weak to be listed. */
  readonly here: Detection | null;
  /** Null unless both are there. */
  readonly confDifference: number | null;
  /** The largest of the four numbers' differences, in fractions of the image. Null unless both are there. */
  readonly boxDifference: number | null;
}

/** A value of a classification. */
export interface ClassFact {
  readonly kind: 'class';
  readonly published: PhotoClass;
  /** Null: the classifier said nothing of this photo. */
  readonly here: NamedCrop | null;
  /** Null when no score is published, or another label came out. */
  readonly scoreDifference: number | null;
  /** The classifier saw another crop here than the published one. */
  readonly isOtherBox: boolean;
}

/** What the classifier put first, and for which crop; `box` null = the whole photo. */
export interface NamedCrop {
  readonly label: string;
  readonly score: number;
  readonly box: Bbox | null;
}

/** How many rows have each verdict. */
export function countVerdicts(rows: readonly ComparedRow[]): Readonly<Record<Verdict, number>> {
  const counts = { within: 0, outside: 0, missing: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
