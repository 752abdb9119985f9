/** One image of a review's list. */
export interface ReviewedImage {
  /** Whatever the list is parted by, mostly the machine's label. */
  readonly species: string;
  readonly isDone: boolean;
}

/** How many are done of how many. */
export interface ReviewCount {
  readonly done: number;
  readonly total: number;
}

/** How far a review has come. */
export interface ReviewProgress extends ReviewCount {
  /** The most frequent species first; equal ones in the order of appearance. */
  readonly species: readonly (ReviewCount & { readonly species: string })[];
}

/** Counts what is done, over all and by species, giving way in between. */
export function* countReviewed(images: Iterable<ReviewedImage>): Generator<void, ReviewProgress> {
  const counts = new Map<string, { species: string; done: number; total: number }>();
  let [done, total] = [0, 0];
  for (const { species, isDone } of images) {
    let count = counts.get(species);
    if (count === undefined) counts.set(species, (count = { species, done: 0, total: 0 }));
    count.total++;
    total++;
    if (isDone) {
      count.done++;
      done++;
    }
    yield;
  }
  return { done, total, species: [...counts.values()].sort((one, other) => other.total - one.total) };
}
