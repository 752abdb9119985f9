import type { ConclusionRules } from '../src/domain/conclusion-rules';
import type { SurveyRules } from '../src/pipeline/conclude';
import type { SpeciesPer } from '../src/domain/survey';
import { SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from './small-package';

/** The small package in Texas, all switches on. */
export const TEXAS_RULES: ConclusionRules = {
  labels: SMALL_LABELS,
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  packageType: 'always_crop',
  place: { country: 'USA', admin1Region: 'TX' },
  isGeofenceOn: true,
  isRollupOn: true,
  mode: 'species',
};

/** A survey's rules when all its images lie at one place, and no detection was rejected. */
export function onePlaceRules(rules: ConclusionRules, speciesPer: SpeciesPer = 'image'): SurveyRules {
  const place = {
    ...rules.place,
    latitude: null,
    longitude: null,
    source: rules.place.country === null ? 'none' : 'survey',
    isCountryDerived: false,
    isRegionDerived: false,
  } as const;
  return { ...rules, speciesPer, placeOf: () => place, rejectedOf: () => null };
}
