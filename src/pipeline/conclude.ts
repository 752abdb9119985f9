import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../domain/conclude-animal';
import { concludeFrom, isConcluded, type ConclusionRules } from '../domain/conclusion-rules';
import { factToConclude, type FactToConclude } from '../domain/fact-to-conclude';
import { namesAnimals } from '../domain/facts';
import type { ImagePlace } from '../domain/image-place';
import type { Inference } from '../domain/inference';
import { plainFact } from '../domain/packed-facts/stored-fact';
import type { Prediction } from '../domain/prediction';
import { withoutRejected, type Rejected } from '../domain/rejected-detections';
import { concludeWithoutClasses } from '../domain/repeat-conclusion';
import type { Conclusion, TaxonRules } from '../domain/rollup';
import type { SpeciesPer } from '../domain/survey';
import { createTaxonRules, rememberAnswers } from '../domain/taxon-rules';
import { heldBackIn, type HeldBack } from './held-back';

/** All that the conclusions of a survey depend on besides the facts. `place` in it is the survey's own. */
export interface SurveyRules extends ConclusionRules {
  readonly speciesPer: SpeciesPer;
  readonly placeOf: (fact: Pick<FactToConclude, 'filepath' | 'location'>) => ImagePlace;
  readonly rejectedOf: (filepath: string) => Rejected;
}

/** What follows from an image's facts. */
export interface ImageConclusion {
  /** The image's species; null when there is nothing to conclude. */
  readonly prediction: Prediction | null;
  /** By number of the detection; null = that box has no species. Empty when only the image has one. */
  readonly animals: readonly (Conclusion | null)[];
  readonly place: ImagePlace;
  readonly rejected: Rejected;
  /** First choices that the geofence took out. */
  readonly heldBack: readonly HeldBack[];
}

/** Concludes one image after another under the same rules. A packed fact is not made an object for that. */
export type Conclude = (fact: Inference | FactToConclude) => ImageConclusion;

/**
 * Prepares conclusions for one survey's rules. Each question to taxonomy and geofence is answered once for each place,
 * because 100,000 images ask the same few thousand. Other rules = prepare anew.
 */
export function createConclusions(rules: SurveyRules): Conclude {
  const taxonRulesOf = createRulesOfPlaces(rules);
  const animalsOf = createAnimalsOf(rules);
  return (given) => {
    const fact = factToConclude(given);
    const place = rules.placeOf(fact);
    const rejected = rules.rejectedOf(fact.filepath);
    const taxonRules = taxonRulesOf(place);
    // Few images have rejected detections: of those the fact is made an object.
    const kept = hasNone(rejected) ? fact : plainFact(withoutRejected(fact.read(), rejected));
    const prediction = concludeImage(kept, rules, taxonRules, rejected);
    const animals = animalsOf(fact, taxonRules);
    const heldBack = heldBackIn(fact, kept, { prediction, animals, rejected }, rules);
    return { prediction, animals, place, rejected, heldBack };
  };
}

/** Most images lie where the one before lies: only for another place the texts are put together and looked up. */
function createRulesOfPlaces(rules: SurveyRules): (place: ImagePlace) => TaxonRules {
  const known = new Map<string, TaxonRules>();
  let last: { readonly place: ImagePlace; readonly rules: TaxonRules } | null = null;
  return (place) => {
    if (last?.place === place) return last.rules;
    const key = `${place.country ?? ''}|${place.admin1Region ?? ''}`;
    const found = known.get(key) ?? rememberAnswers(createTaxonRules({ ...rules, place }));
    known.set(key, found);
    last = { place, rules: found };
    return found;
  };
}

/** The rules of one image's place, for explaining it. */
export function rulesAt(rules: SurveyRules, place: ImagePlace): ConclusionRules {
  return { ...rules, place };
}

const hasNone = (rejected: Rejected): boolean => rejected === null || rejected.size === 0;

function concludeImage(
  kept: FactToConclude,
  rules: SurveyRules,
  taxonRules: TaxonRules,
  rejected: Rejected,
): Prediction | null {
  const concluded = concludeFrom(kept, rules, taxonRules);
  if (concluded !== null || hasNone(rejected)) return concluded;
  // The classifier looked at boxes that are no animals: what is left is what the detector says of the others.
  const isWhole = isConcluded(rules.mode) && kept.failures.length === 0;
  const { detections } = kept.read();
  return isWhole && detections !== null ? concludeWithoutClasses(detections) : null;
}

const NONE: readonly Conclusion[] = [];

/** Without the classes that they follow from: those are in the facts, and 100,000 images have many boxes. */
function createAnimalsOf(rules: SurveyRules) {
  if (!namesAnimals(rules)) return () => NONE;
  const options = { ...DEFAULT_ANIMAL_OPTIONS, isRollupOn: rules.isRollupOn };
  return (fact: FactToConclude, taxonRules: TaxonRules): readonly (Conclusion | null)[] => {
    const animals = concludeAnimals(fact, rules, taxonRules, options) ?? NONE;
    return animals.map((animal) => animal && { label: animal.label, score: animal.score, source: animal.source });
  };
}
