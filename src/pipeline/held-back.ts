import { topClassOf, type FactsReader } from '../domain/facts';
import type { Inference } from '../domain/inference';
import type { Prediction, PredictionSource } from '../domain/prediction';
import { withoutRejected, type Rejected } from '../domain/rejected-detections';
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
 * rejected detections do not count.
 */
export function heldBackIn(
  inference: Inference,
  { prediction, animals, rejected }: Concluded,
  reader: FactsReader,
): readonly HeldBack[] {
  const found: HeldBack[] = [];
  if (prediction !== null && isByGeofence(prediction.source)) {
    const top = topClassOf(withoutRejected(inference, rejected), reader);
    if (top !== null) found.push({ label: top.label, became: prediction.label, detection: null });
  }
  animals.forEach((animal, detection) => {
    if (animal === null || !isByGeofence(animal.source) || rejected?.has(detection) === true) return;
    const label = reader.labels[inference.crops[`box${detection}`]?.classes[0] ?? -1];
    if (label !== undefined) found.push({ label, became: animal.label, detection });
  });
  return found.length === 0 ? NOTHING : found;
}

function isByGeofence(source: PredictionSource): boolean {
  return source.startsWith('classifier+geofence');
}
