import { comparePathsByComponents } from '../../domain/path-order';
import type { Inference } from '../../domain/inference';
import type { ListedPage } from '../../domain/listed-page';
import { plainFact, type StoredFact } from '../../domain/packed-facts/stored-fact';
import type { ImageReview } from '../../domain/review/image-review';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { ListedImage } from '../../domain/survey';
import type { SurveyImage } from './app-state';
import { createRowPlaces } from './row-places';
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
  /** The same in columns: no image becomes an object for that. */
  addListedPage(page: ListedPage): void;
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
  let orderedBy: readonly string[] | null = null;
  let rows: SurveyRow[] = [];
  let pass = 0;
  /** Where the next fact may belong. */
  let nextPosition = 0;

  const compare = (a: string, b: string): number => {
    const byOrder = order === null ? 0 : (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity);
    return Number.isNaN(byOrder) || byOrder === 0 ? comparePathsByComponents(a, b) : byOrder;
  };
  const places = createRowPlaces(() => rows, compare);

  function add(row: SurveyRow): void {
    rows.push(row);
    places.added();
  }

  function list(filepath: string, size: number): void {
    const known = places.find(filepath);
    if (known === -1) add(new SurveyRow(filepath, size, null, null, null, NOTHING));
    else if (rows[known]!.size !== size) rows[known] = withSize(rows[known]!, size);
  }

  function addStored(fact: StoredFact): void {
    const { filepath } = fact;
    // Most follow one another as their rows do.
    const position = places.find(filepath, nextPosition);
    if (position === -1) {
      // Of a fact whose image was never listed.
      add(rowOf({ filepath, size: 0, fact, review: null }, concludeOne(fact)));
      return;
    }
    nextPosition = position + 1;
    const { filepath: listed, size, review } = rows[position]!;
    rows[position] = rowOf({ filepath: listed, size, fact, review }, concludeOne(fact));
  }

  return {
    addListed(images) {
      for (const { filepath, size } of images) list(filepath, size);
    },
    addListedPage({ filepaths, sizes }) {
      for (let at = 0; at < sizes.length; at++) list(filepaths[at]!, sizes[at]!);
    },
    sort() {
      if (places.isInOrder()) return;
      const isAfter = (row: SurveyRow, position: number) => compare(rows[position - 1]!.filepath, row.filepath) <= 0;
      if (!rows.every((row, position) => position === 0 || isAfter(row, position)))
        rows = [...rows].sort((one, other) => compare(one.filepath, other.filepath));
      places.changed(true);
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
      places.changed(places.isInOrder());
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
        const position = places.find(filepath);
        const row = rows[position];
        if (row === undefined || row.fact === null) continue;
        rows[position] = rowOf(row, concludeOne(row.fact));
        if (++concluded % SLICE === 0) await letPageAnswer();
      }
    },
    *smooth(taken, changesOf) {
      let position = -1;
      for (const row of taken) {
        const smoothed = changesOf.get(row.filepath) ?? null;
        position = places.find(row.filepath, position + 1);
        if (rows[position] === row && !areAlike(row.smoothed, smoothed))
          rows[position] = withSmoothed(rows[position]!, smoothed);
        yield;
      }
    },
    putReviews(reviews) {
      let position = -1;
      for (const [filepath, review] of reviews) {
        position = places.find(filepath, position + 1);
        const row = rows[position];
        if (row !== undefined && row.review !== review) rows[position] = withReview(row, review);
      }
    },
    setOrder(filepaths) {
      if (filepaths === orderedBy) return;
      orderedBy = filepaths;
      order = filepaths === null ? null : new Map([...new Set(filepaths)].map((filepath, index) => [filepath, index]));
      places.changed(false);
    },
    get(filepath) {
      return rows[places.find(filepath)] ?? null;
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
