import { decide, type EnsembleSwitches } from './ensemble';
import { evidenceOf, type FactToConclude } from './fact-to-conclude';
import type { FactsReader } from './facts';
import type { Inference } from './inference';
import type { Prediction } from './prediction';
import type { TaxonRules } from './rollup';
import type { RunMode } from './survey';
import type { TaxonSources } from './taxon-rules';

/**
 * Everything besides the facts on which a conclusion depends: the package's tables, the place, the mode and the two
 * switches, geofence and roll-up. Neither switch touches the other, and nothing that is stored.
 */
export interface ConclusionRules extends FactsReader, TaxonSources, EnsembleSwitches {}

/**
 * What follows from an image's facts; null when there is nothing to conclude: detections only, whole images without a
 * detector, or a part that failed.
 */
export function concludeFrom(
  fact: Inference | FactToConclude,
  reader: FactsReader & EnsembleSwitches,
  rules: TaxonRules,
): Prediction | null {
  if (!isConcluded(reader.mode)) return null;
  const evidence = evidenceOf(fact, reader);
  return evidence === null ? null : decide(evidence, rules, reader);
}

/** True for kinds of runs after which detections and classes of an image are known, so that the ensemble can decide. */
export function isConcluded(mode: RunMode): boolean {
  return mode === 'species' || mode === 'classify-detections' || mode === 'ensemble';
}
