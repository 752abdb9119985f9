import type { Inference } from '../../domain/inference';
import { plainFact, type StoredFact } from '../../domain/packed-facts/stored-fact';
import type { ImageReview } from '../../domain/review/image-review';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { SurveyImage } from './app-state';

/** What a row says besides its file and its fact. */
export type RowConclusion = Pick<SurveyImage, 'prediction' | 'animals' | 'place' | 'rejected' | 'heldBack'>;

/**
 * An image of the open survey. Its fact is an object only while somebody looks at it, for there are 200,000 of them; so a row is never
 * spread (`{ ...row }` has no inference): it is changed with the functions below.
 */
export class SurveyRow implements SurveyImage {
  readonly prediction: SurveyImage['prediction'];
  readonly animals: SurveyImage['animals'];
  readonly place: SurveyImage['place'];
  readonly rejected: SurveyImage['rejected'];
  readonly heldBack: SurveyImage['heldBack'];
  /** What `describeImage` made of it, and for which words: a table beside 200,000 rows takes longer. */
  described: unknown = null;
  describedFor: object | null = null;

  constructor(
    readonly filepath: string,
    readonly size: number,
    /** Exchanged only for an equal one, when it is packed: the row stays the object that it is. */
    public fact: StoredFact | null,
    readonly review: ImageReview | null,
    readonly smoothed: SmoothedClasses | null,
    { prediction, animals, place, rejected, heldBack }: RowConclusion,
  ) {
    this.prediction = prediction;
    this.animals = animals;
    this.place = place;
    this.rejected = rejected;
    this.heldBack = heldBack;
  }

  get inference() {
    return this.fact === null ? null : this.fact.inference;
  }
}

export function withSize(row: SurveyRow, size: number): SurveyRow {
  return new SurveyRow(row.filepath, size, row.fact, row.review, row.smoothed, row);
}

export function withReview(row: SurveyRow, review: ImageReview | null): SurveyRow {
  return new SurveyRow(row.filepath, row.size, row.fact, review, row.smoothed, row);
}

export function withSmoothed(row: SurveyRow, smoothed: SmoothedClasses | null): SurveyRow {
  return new SurveyRow(row.filepath, row.size, row.fact, row.review, smoothed, row);
}

/** True when the networks said something of the image; its fact is not made an object for that. */
export function hasFact(image: SurveyImage): boolean {
  return image.fact === undefined ? image.inference !== null : image.fact !== null;
}

/** The facts of images, one after the other: each is an object for as long as the work with it takes. Null = there is none. */
export function* inferencesOf(images: Iterable<SurveyImage>): Generator<Inference | null> {
  for (const image of images) yield factOf(image)?.read() ?? null;
}

/** What the networks said of the image, for questions that don't need all of it; null = nothing yet. */
export function factOf(image: SurveyImage): StoredFact | null {
  if (image.fact !== undefined) return image.fact;
  return image.inference === null ? null : plainFact(image.inference);
}
