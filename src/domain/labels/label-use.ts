/** How often a label was used, and how lately. */
export interface UsedLabel {
  /** The label line as it was used. */
  readonly label: string;
  readonly count: number;
}

/** What a person pinned and used, and which digit chooses it. */
export interface LabelUse {
  /** Label lines in the person's order. */
  readonly favourites: readonly string[];
  /** The one used last first. */
  readonly used: readonly UsedLabel[];
  /** Nine places for the digits 1 to 9; null = free. */
  readonly digits: readonly (string | null)[];
}

/** As many as there are digits; more could not be chosen by one. */
export const DIGITS = 9;

/** Nothing pinned, nothing used. */
export const NO_LABEL_USE: LabelUse = { favourites: [], used: [], digits: Array<null>(DIGITS).fill(null) };

/**
 * How far a label is moved up among what a search finds (see `TaxonSearch`): those on a digit before names that begin with
 * the query, others the more the more often they were used.
 */
export function liftOf({ used, digits }: LabelUse): (label: string) => number {
  const counts = new Map(used.map(({ label, count }) => [label, count]));
  const near = new Set(digits);
  return (label) => {
    if (near.has(label)) return 1.5;
    const count = counts.get(label) ?? 0;
    return count === 0 ? 0 : Math.min(1.4, 0.6 + Math.log10(count) / 2);
  };
}
