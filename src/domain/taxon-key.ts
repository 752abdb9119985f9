/** How many parts a taxon's key has: `class;order;family;genus;species`. */
export const KEY_PARTS = 5;

/**
 * The keys of the taxa above a taxon, the nearest first: of `aves;a;b;c;` these are `aves;a;b;;`, `aves;a;;;`, `aves;;;;`.
 * Cut at its named ranks, so that a genus is above its species only, whatever other names begin with its letters.
 */
export function parentKeys(key: string): readonly string[] {
  const parts = key.split(';');
  const parents: string[] = [];
  for (let rank = parts.length - 1; rank > 0; rank--) {
    if (parts[rank] === '') continue;
    parts[rank] = '';
    parents.push(parts.join(';'));
  }
  return parents;
}

/** True for five parts of which the first is named and none is named after an empty one. */
export function isTaxonKey(key: string): boolean {
  const parts = key.split(';');
  return parts.length === KEY_PARTS && parts[0] !== '' && !hasGap(key);
}

/** True when a narrower rank is named below an empty one: a species without its genus. */
export function hasGap(key: string): boolean {
  return /(^|;);+[^;]/.test(key);
}
