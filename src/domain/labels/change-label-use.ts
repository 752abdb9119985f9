import { DIGITS, type LabelUse } from './label-use';

/** So many labels are remembered; what was not used for that long is forgotten. */
const MAX_USED = 200;

/**
 * After a label was given to an image. `place` is the digit, from 0, on which it was offered without having been used before (see
 * `fillDigits`): it keeps that one where it is free. -1 = none.
 */
export function noteUse(use: LabelUse, label: string, place = -1): LabelUse {
  const before = use.used.find((entry) => entry.label === label);
  const others = use.used.filter((entry) => entry !== before);
  const used = [{ label, count: (before?.count ?? 0) + 1 }, ...others].slice(0, MAX_USED);
  const isFree = use.digits[place] === null && !use.digits.includes(label);
  return withDigits({ ...use, used, digits: isFree ? use.digits.with(place, label) : use.digits });
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
