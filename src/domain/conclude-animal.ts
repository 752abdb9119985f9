import { factToConclude, type FactToConclude } from './fact-to-conclude';
import type { FactsReader } from './facts';
import type { Inference } from './inference';
import { geofenceAnimal, rollUp, ROLLUP_LEVELS, type Candidates, type Conclusion, type TaxonRules } from './rollup';

/** The choices that run_md_and_speciesnet offers for the species of a detection. */
export interface AnimalOptions {
  /** False is its `--norollup`. */
  readonly isRollupOn: boolean;
  /** The sum that a taxon must exceed, 0 to 1: its `--rollup_target_confidence`. */
  readonly target: number;
}

/** As run_md_and_speciesnet runs without options (megadetector 10.0.24). */
export const DEFAULT_ANIMAL_OPTIONS: AnimalOptions = { isRollupOn: true, target: 0.65 };

/** What is concluded for one detection, and the classes that it follows from. */
export interface AnimalConclusion extends Conclusion {
  /** The classifier's best classes of this crop, unchanged: at most the reference's five. */
  readonly raw: Candidates;
}

/**
 * The species of one detection (megadetector 10.0.24, run_md_and_speciesnet). Geofence first; where it changed nothing, roll-up
 * from the species upwards to the first taxon whose sum is above the target, fenced like the rest; where no taxon reaches it,
 * the first class as it is, however weak. Throws ParseError when there are no candidates.
 */
export function concludeAnimal(candidates: Candidates, rules: TaxonRules, options: AnimalOptions): AnimalConclusion {
  const fenced = geofenceAnimal(candidates, rules);
  const isRolledUp = fenced.source === 'classifier' && options.isRollupOn;
  const rolled = isRolledUp ? rollUp(candidates, ROLLUP_LEVELS, options.target, rules) : null;
  const { label, score, source } = rolled ?? fenced;
  return { label, score, source, raw: candidates };
}

/**
 * The conclusion for each of an image's detections, in their order: null where the classifier did not look at the detection (conf
 * below 0.1) or failed. Null altogether when there are no detections to speak of: the detector did not run or failed. The class
 * that another program's file gives a box is a conclusion already: the geofence counts, but it is not rolled up again, for
 * a taxon that this taxonomy does not know would end at some wide group.
 */
export function concludeAnimals(
  given: Inference | FactToConclude,
  { labels }: Pick<FactsReader, 'labels'>,
  rules: TaxonRules,
  options: AnimalOptions,
): readonly (AnimalConclusion | null)[] | null {
  const fact = factToConclude(given);
  const { boxes } = fact;
  if (boxes === null) return null;
  const chosen = fact.isImported ? { ...options, isRollupOn: false } : options;
  const animals = new Array<AnimalConclusion | null>(boxes);
  for (let box = 0; box < boxes; box++) {
    const candidates = fact.boxCandidatesOf(box, labels);
    animals[box] = candidates === null ? null : concludeAnimal(candidates, rules, chosen);
  }
  return animals;
}
