import { createGeofence, type GeofenceTable } from './geofence';
import { effectiveRegion } from './place';
import type { RollupLevel } from './prediction';
import type { TaxonRules } from './rollup';
import type { Place } from './survey';
import { ancestorOf, type Taxonomy } from './taxonomy';

/** A taxonomy, and a geofence with the place where it is asked. */
export interface TaxonSources {
  readonly taxonomy: Taxonomy;
  readonly geofence: GeofenceTable;
  readonly place: Place;
  readonly isGeofenceOn: boolean;
}

/** The rules of a place. A region without a country does not count, as in the reference. */
export function createTaxonRules({ taxonomy, geofence, place, isGeofenceOn }: TaxonSources): TaxonRules {
  const known = { country: place.country, admin1Region: effectiveRegion(place) };
  return {
    ancestorOf: (label, level) => ancestorOf(taxonomy, label, level),
    isFencedOut: createGeofence(geofence, known, isGeofenceOn),
  };
}

/** The same rules, each question answered once: for many images of one place. */
export function rememberAnswers(rules: TaxonRules): TaxonRules {
  const ancestors: Readonly<Record<RollupLevel, Map<string, string | null>>> = {
    species: new Map(),
    genus: new Map(),
    family: new Map(),
    order: new Map(),
    class: new Map(),
    kingdom: new Map(),
  };
  const fencedOut = new Map<string, boolean>();
  return {
    ancestorOf(label, level) {
      const known = ancestors[level].get(label);
      if (known !== undefined) return known;
      const ancestor = rules.ancestorOf(label, level);
      ancestors[level].set(label, ancestor);
      return ancestor;
    },
    isFencedOut(label) {
      const known = fencedOut.get(label);
      if (known !== undefined) return known;
      const isOut = rules.isFencedOut(label);
      fencedOut.set(label, isOut);
      return isOut;
    },
  };
}
