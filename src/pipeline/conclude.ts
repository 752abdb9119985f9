import { concludeFrom, type ConclusionRules } from '../domain/conclusion-rules';
import type { Inference } from '../domain/inference';
import type { Prediction } from '../domain/prediction';
import { createTaxonRules, rememberAnswers } from '../domain/taxon-rules';

/** Concludes one image after another under the same rules. */
export type Conclude = (inference: Inference) => Prediction | null;

/**
 * Prepares conclusions for one survey's rules. Each question to taxonomy and geofence is answered once, because 100,000
 * images ask the same few thousand; the results are those of `concludeFrom`. Change of place = prepare anew.
 */
export function createConclusions(rules: ConclusionRules): Conclude {
  const taxonRules = rememberAnswers(createTaxonRules(rules));
  return (inference) => concludeFrom(inference, rules, taxonRules);
}
