import { speakingCandidatesOf, type FactToConclude } from '../domain/fact-to-conclude';
import type { FactsReader } from '../domain/facts';
import type { Prediction, PredictionSource } from '../domain/prediction';
import type { Rejected } from '../domain/rejected-detections';
import type { Conclusion } from '../domain/rollup';

/** A first choice of the classifier that the geofence took out, and what was concluded in its place. */
export interface HeldBack {
  /** Whole label line of the first choice. */
  readonly label: string;
  /** Whole label line of the conclusion. */
  readonly became: string;
  /** Number of the detection whose species this is; null = the image's own. */
  readonly detection: number | null;
}

/** What was concluded of one image, as far as it tells what was held back. */
interface Concluded {
  readonly prediction: Prediction | null;
  readonly animals: readonly (Conclusion | null)[];
  readonly rejected: Rejected;
}

const NOTHING: readonly HeldBack[] = [];

/**
 * What the geofence held back in one image: its own first choice, then those of its detections in their order. Those of
 * rejected detections do not count: `kept` is the fact without them.
 */
export function heldBackIn(
  fact: FactToConclude,
  kept: FactToConclude,
  { prediction, animals, rejected }: Concluded,
  reader: FactsReader,
): readonly HeldBack[] {
  // Made when there is something to put in, for most images have nothing.
  let found: HeldBack[] | null = null;
  if (prediction !== null && isByGeofence(prediction.source)) {
    const label = speakingCandidatesOf(kept, reader)?.classes[0];
    if (label !== undefined) found = [{ label, became: prediction.label, detection: null }];
  }
  for (let detection = 0; detection < animals.length; detection++) {
    const animal = animals[detection] ?? null;
    if (animal === null || !isByGeofence(animal.source) || rejected?.has(detection) === true) continue;
    const label = fact.boxCandidatesOf(detection, reader.labels)?.classes[0];
    if (label !== undefined) (found ??= []).push({ label, became: animal.label, detection });
  }
  return found ?? NOTHING;
}

function isByGeofence(source: PredictionSource): boolean {
  return source.startsWith('classifier+geofence');
}
