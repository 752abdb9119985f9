import { comparePathsByComponents } from '../../domain/path-order';
import type { Inference } from '../../domain/inference';
import { plainFact, type StoredFact } from '../../domain/packed-facts/stored-fact';
import type { ImageReview } from '../../domain/review/image-review';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { ListedImage } from '../../domain/survey';
import type { SurveyImage } from './app-state';
import { letPageAnswer } from './let-page-answer';
import { SurveyRow, withReview, withSize, withSmoothed, type RowConclusion } from './survey-row';

/** Before anything is known to conclude with. */
export const NOTHING: RowConclusion = {
  prediction: null,
  animals: [],
  place: null,
  rejected: null,
  heldBack: [],
};

/** What was concluded anew is smoothed anew, later. */
function rowOf(
  { filepath, size, fact, review }: Pick<SurveyRow, 'filepath' | 'size' | 'fact' | 'review'>,
  conclusion: RowConclusion,
): SurveyRow {
  return new SurveyRow(filepath, size, fact, review, null, conclusion);
}

/** Rows concluded at a time before the page may answer the person again. */
const SLICE = 4000;

/**
 * The open survey's images: listed files and facts joined by path. It is changed in place, because 100,000 rows are
 * not copied for each finished image; `snapshot` gives the screens an array that never changes.
 */
export interface SurveyRows {
  addListed(images: readonly ListedImage[]): void;
  /** Sorts as the reference does, once a listing is complete. */
  sort(): void;
  addFact(inference: Inference): void;
  /** The same of one that need not be an object. */
  addStored(fact: StoredFact): void;
  /** Of all images, or of these. */
  removeFacts(filepaths?: readonly string[]): void;
  /** Forgets the other images. */
  keep(isKept: (filepath: string) => boolean): void;
  /** Concludes every fact anew, in slices; a later call ends an earlier one. False = it was ended. */
  concludeAll(conclude: (fact: StoredFact) => RowConclusion): Promise<boolean>;
  /** Concludes the facts of these images anew, in slices, as all of them were concluded last. */
  concludeSome(filepaths: Iterable<string>): Promise<void>;
  /**
   * Puts what smoothing made of these rows at them, row by row; a row that changed since they were taken is left alone, because
   * it will be smoothed again.
   */
  smooth(taken: readonly SurveyImage[], changesOf: ReadonlyMap<string, SmoothedClasses>): Generator<void>;
  /** What people say of these images now; null = nothing. Images that the survey has not are left out. */
  putReviews(reviews: Iterable<readonly [filepath: string, review: ImageReview | null]>): void;
  /** The order of an instances file, duplicates once; null = by path components. Takes effect with `sort`. */
  setOrder(filepaths: readonly string[] | null): void;
  get(filepath: string): SurveyImage | null;
  snapshot(): readonly SurveyImage[];
  readonly size: number;
}

export function createSurveyRows(): SurveyRows {
  let concludeOne: (fact: StoredFact) => RowConclusion = () => NOTHING;
  let order: ReadonlyMap<string, number> | null = null;
  let rows: SurveyRow[] = [];
  let positions = new Map<string, number>();
  let pass = 0;
  /** Where the next fact may belong. */
  let nextPosition = 0;

  const compare = (a: SurveyRow, b: SurveyRow): number => {
    const byOrder = order === null ? 0 : (order.get(a.filepath) ?? Infinity) - (order.get(b.filepath) ?? Infinity);
    return Number.isNaN(byOrder) || byOrder === 0 ? comparePathsByComponents(a.filepath, b.filepath) : byOrder;
  };

  function put(row: SurveyRow): void {
    const position = positions.get(row.filepath);
    if (position === undefined) positions.set(row.filepath, rows.push(row) - 1);
    else rows[position] = row;
  }

  function addStored(fact: StoredFact): void {
    const { filepath } = fact;
    // Most follow one another as their rows do.
    const isNext = rows[nextPosition]?.filepath === filepath;
    const position = isNext ? nextPosition : positions.get(filepath);
    nextPosition = (position ?? rows.length) + 1;
    if (position === undefined) {
      // Of a fact whose image was never listed.
      put(rowOf({ filepath, size: 0, fact, review: null }, concludeOne(fact)));
      return;
    }
    const { filepath: listed, size, review } = rows[position]!;
    rows[position] = rowOf({ filepath: listed, size, fact, review }, concludeOne(fact));
  }

  return {
    addListed(images) {
      for (const { filepath, size } of images) {
        const known = positions.get(filepath);
        if (known === undefined) put(rowOf({ filepath, size, fact: null, review: null }, NOTHING));
        else if (rows[known]!.size !== size) rows[known] = withSize(rows[known]!, size);
      }
    },
    sort() {
      if (rows.every((row, position) => position === 0 || compare(rows[position - 1]!, row) <= 0)) return;
      rows = [...rows].sort(compare);
      positions = new Map(rows.map((row, position) => [row.filepath, position]));
    },
    addFact: (inference) => addStored(plainFact(inference)),
    addStored,
    removeFacts(filepaths) {
      const removed = filepaths === undefined ? null : new Set(filepaths);
      rows = rows.map((row) =>
        row.fact === null || removed?.has(row.filepath) === false
          ? row
          : new SurveyRow(row.filepath, row.size, null, row.review, null, NOTHING),
      );
    },
    keep(isKept) {
      rows = rows.filter(({ filepath }) => isKept(filepath));
      positions = new Map(rows.map((row, position) => [row.filepath, position]));
    },
    async concludeAll(conclude) {
      concludeOne = conclude;
      pass += 1;
      const thisPass = pass;
      for (let start = 0; start < rows.length; start += SLICE) {
        if (start > 0) await letPageAnswer();
        if (pass !== thisPass) return false;
        const end = Math.min(rows.length, start + SLICE);
        for (let position = start; position < end; position++) {
          const row = rows[position]!;
          if (row.fact !== null) rows[position] = rowOf(row, concludeOne(row.fact));
        }
      }
      return true;
    },
    async concludeSome(filepaths) {
      let concluded = 0;
      for (const filepath of filepaths) {
        const row = rows[positions.get(filepath) ?? -1];
        if (row === undefined || row.fact === null) continue;
        put(rowOf(row, concludeOne(row.fact)));
        if (++concluded % SLICE === 0) await letPageAnswer();
      }
    },
    *smooth(taken, changesOf) {
      for (const row of taken) {
        const smoothed = changesOf.get(row.filepath) ?? null;
        const position = positions.get(row.filepath);
        const isSame = position !== undefined && rows[position] === row;
        if (isSame && !areAlike(row.smoothed, smoothed)) rows[position] = withSmoothed(rows[position]!, smoothed);
        yield;
      }
    },
    putReviews(reviews) {
      for (const [filepath, review] of reviews) {
        const row = rows[positions.get(filepath) ?? -1];
        if (row !== undefined && row.review !== review) put(withReview(row, review));
      }
    },
    setOrder(filepaths) {
      order = filepaths === null ? null : new Map([...new Set(filepaths)].map((filepath, index) => [filepath, index]));
    },
    get(filepath) {
      const position = positions.get(filepath);
      return position === undefined ? null : rows[position]!;
    },
    snapshot: () => rows.slice(),
    get size() {
      return rows.length;
    },
  };
}

/** A row stays the same object while nothing in it changes: screens remember what they made of it. */
function areAlike(one: SmoothedClasses | null, other: SmoothedClasses | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.size !== other.size) return false;
  for (const [number, { label, was, within, step }] of one) {
    const found = other.get(number);
    if (found?.label !== label || found.was !== was || found.within !== within || found.step !== step) return false;
  }
  return true;
}
