import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../domain/conclude-animal';
import { concludeFrom, isConcluded, type ConclusionRules } from '../domain/conclusion-rules';
import { namesAnimals } from '../domain/facts';
import type { ImagePlace } from '../domain/image-place';
import type { Inference } from '../domain/inference';
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
  readonly placeOf: (inference: Inference) => ImagePlace;
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

/** Concludes one image after another under the same rules. */
export type Conclude = (inference: Inference) => ImageConclusion;

/**
 * Prepares conclusions for one survey's rules. Each question to taxonomy and geofence is answered once for each place,
 * because 100,000 images ask the same few thousand. Other rules = prepare anew.
 */
export function createConclusions(rules: SurveyRules): Conclude {
  const taxonRulesAt = new Map<string, TaxonRules>();
  const rulesOf = (place: ImagePlace): TaxonRules => {
    const key = `${place.country ?? ''}|${place.admin1Region ?? ''}`;
    const known = taxonRulesAt.get(key);
    if (known !== undefined) return known;
    const created = rememberAnswers(createTaxonRules({ ...rules, place }));
    taxonRulesAt.set(key, created);
    return created;
  };
  return (inference) => {
    const place = rules.placeOf(inference);
    const rejected = rules.rejectedOf(inference.filepath);
    const taxonRules = rulesOf(place);
    const prediction = concludeImage(withoutRejected(inference, rejected), rules, taxonRules, rejected);
    const animals = animalsOf(inference, rules, taxonRules);
    const heldBack = heldBackIn(inference, { prediction, animals, rejected }, rules);
    return { prediction, animals, place, rejected, heldBack };
  };
}

/** The rules of one image's place, for explaining it. */
export function rulesAt(rules: SurveyRules, place: ImagePlace): ConclusionRules {
  return { ...rules, place };
}

function concludeImage(
  kept: Inference,
  rules: SurveyRules,
  taxonRules: TaxonRules,
  rejected: Rejected,
): Prediction | null {
  const concluded = concludeFrom(kept, rules, taxonRules);
  if (concluded !== null || rejected === null || rejected.size === 0) return concluded;
  // The classifier looked at boxes that are no animals: what is left is what the detector says of the others.
  const isWhole = isConcluded(rules.mode) && kept.failures.length === 0;
  return isWhole && kept.detections !== null ? concludeWithoutClasses(kept.detections) : null;
}

const NONE: readonly Conclusion[] = [];

/** Without the classes that they follow from: those are in the facts, and 100,000 images have many boxes. */
function animalsOf(inference: Inference, rules: SurveyRules, taxonRules: TaxonRules): readonly (Conclusion | null)[] {
  if (!namesAnimals(rules)) return NONE;
  const options = { ...DEFAULT_ANIMAL_OPTIONS, isRollupOn: rules.isRollupOn };
  const animals = concludeAnimals(inference, rules, taxonRules, options) ?? NONE;
  return animals.map((animal) => animal && { label: animal.label, score: animal.score, source: animal.source });
}
