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

/** So many labels are remembered; what was not used for that long is forgotten. */
const MAX_USED = 200;

/** Nothing pinned, nothing used. */
export const NO_LABEL_USE: LabelUse = { favourites: [], used: [], digits: Array<null>(DIGITS).fill(null) };

/** After a label was given to an image. */
export function noteUse(use: LabelUse, label: string): LabelUse {
  const before = use.used.find((entry) => entry.label === label);
  const others = use.used.filter((entry) => entry !== before);
  const used = [{ label, count: (before?.count ?? 0) + 1 }, ...others].slice(0, MAX_USED);
  return withDigits({ ...use, used });
}

/** With a favourite behind the others. Unchanged when it is one already, or when all digits are taken by favourites. */
export function pinLabel(use: LabelUse, label: string): LabelUse {
  if (use.favourites.includes(label) || use.favourites.length >= DIGITS) return use;
  return withDigits({ ...use, favourites: [...use.favourites, label] });
}

/** Without that favourite. It may stay among the recent ones. */
export function unpinLabel(use: LabelUse, label: string): LabelUse {
  if (!use.favourites.includes(label)) return use;
  return withDigits({ ...use, favourites: use.favourites.filter((favourite) => favourite !== label) });
}

/** With a favourite one place nearer to the first (-1) or to the last (1). Unchanged at the end. */
export function moveFavourite(use: LabelUse, label: string, by: -1 | 1): LabelUse {
  const from = use.favourites.indexOf(label);
  const to = from + by;
  if (from < 0 || to < 0 || to >= use.favourites.length) return use;
  const favourites = use.favourites.with(from, use.favourites[to]!).with(to, label);
  return withDigits({ ...use, favourites });
}

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

/**
 * Favourites have the first digits, in their order. The labels used last have the others, and each keeps its digit as long
 * as it has one: hands remember them. A newcomer takes the digit of the one that was not used for longest.
 */
function withDigits(use: LabelUse): LabelUse {
  const { favourites, used } = use;
  const room = DIGITS - favourites.length;
  const recent = used.map(({ label }) => label).filter((label) => !favourites.includes(label)).slice(0, room); // prettier-ignore
  const digits: (string | null)[] = use.digits.map((label, place) => {
    if (place < favourites.length) return favourites[place]!;
    return label !== null && recent.includes(label) ? label : null;
  });
  const waiting = recent.filter((label) => !digits.includes(label));
  return { ...use, digits: digits.map((label) => label ?? waiting.shift() ?? null) };
}
