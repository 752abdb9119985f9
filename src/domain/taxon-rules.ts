import { createGeofence, type GeofenceTable } from './geofence';
import { effectiveRegion } from './place';
import type { TaxonRules } from './rollup';
import type { Place } from './survey';
import { ancestorsOf, type Taxonomy } from './taxonomy';

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
    ancestorsOf: (label) => ancestorsOf(taxonomy, label),
    isFencedOut: createGeofence(geofence, known, isGeofenceOn),
  };
}

/** The same rules, each question answered once: for many images of one place. */
export function rememberAnswers({ ancestorsOf, isFencedOut }: TaxonRules): TaxonRules {
  return { ancestorsOf: remember(ancestorsOf), isFencedOut: remember(isFencedOut) };
}

function remember<Answer extends object | boolean>(ask: (label: string) => Answer): (label: string) => Answer {
  const answers = new Map<string, Answer>();
  return (label) => {
    const known = answers.get(label);
    if (known !== undefined) return known;
    const answer = ask(label);
    answers.set(label, answer);
    return answer;
  };
}
