import type { GeofenceFix } from './geofence-fixes';

/** What a list says of one taxon in one country: for all of it, and, later than that, for regions. */
interface Said {
  whole: GeofenceFix['rule'] | null;
  readonly regions: Map<string, GeofenceFix['rule']>;
}

/**
 * An own list with more rules behind it, where they win (see `applyOwnRules`). Rules that say what the list says already, for
 * the same taxon and the same place, are left out: the same file added twice changes nothing. A rule that was taken back
 * since is added again.
 */
export function addFixes(own: readonly GeofenceFix[], more: readonly GeofenceFix[]): readonly GeofenceFix[] {
  const known = new Map<string, Said>();
  for (const fix of own) say(known, fix);
  const added = more.filter((fix) => say(known, fix));
  return added.length === 0 ? own : [...own, ...added];
}

/** False when that was said already. */
function say(known: Map<string, Said>, { taxon, rule, country, admin1Region }: GeofenceFix): boolean {
  const key = JSON.stringify([taxon, country]);
  const said = known.get(key) ?? { whole: null, regions: new Map<string, GeofenceFix['rule']>() };
  known.set(key, said);
  if (admin1Region !== null) {
    const isNew = said.regions.get(admin1Region) !== rule;
    said.regions.set(admin1Region, rule);
    return isNew;
  }
  const isNew = said.whole !== rule || said.regions.size > 0;
  said.whole = rule;
  said.regions.clear();
  return isNew;
}
