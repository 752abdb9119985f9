/** What a group's reviewed images say of the others. */
export interface SuggestedLabel {
  readonly label: string;
  /** How many of the reviewed images have it, and how many were reviewed. */
  readonly count: number;
  readonly reviewed: number;
  /** count / reviewed, above 0 to 1. */
  readonly share: number;
}

/**
 * The label that most of a group's reviewed images have, the first of equals; null when none was reviewed. `labelOf`
 * answers by an image's number, null where no person said anything.
 */
export function suggestLabel(
  images: readonly number[],
  labelOf: (image: number) => string | null,
): SuggestedLabel | null {
  const counts = new Map<string, number>();
  let reviewed = 0;
  for (const image of images) {
    const label = labelOf(image);
    if (label === null) continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    reviewed++;
  }
  let best: SuggestedLabel | null = null;
  for (const [label, count] of counts) {
    if (count > (best?.count ?? 0)) best = { label, count, reviewed, share: count / reviewed };
  }
  return best;
}
