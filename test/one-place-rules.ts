import type { ConclusionRules } from '../src/domain/conclusion-rules';
import type { SurveyRules } from '../src/pipeline/conclude';
import type { SpeciesPer } from '../src/domain/survey';

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
