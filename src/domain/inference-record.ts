import type { Detection } from './detection';
import { candidatesOf, classScoresOf, labelAt, type FactsReader } from './facts';
import { versionWithSpeed } from './fast-detector/speed-summary';
import type { Inference } from './inference';
import { effectiveRegion } from './place';
import {
  assembleRecord,
  type ClassificationsRecord,
  type DetectionRecord,
  type RecordPlace,
  type SpeciesnetRecord,
} from './speciesnet-record';
import type { Conclusion } from './rollup';
import type { Place } from './survey';

/** What a SpeciesNet record needs to know besides an image's facts and conclusion. */
export interface RecordContext extends FactsReader {
  readonly modelVersion: string;
  readonly place: Place;
}

/**
 * An image as SpeciesNet's own program would have written it, unrounded: the full record for `species`, the one of
 * `--detector_only` for `detections`, the one of `--classifier_only` for the classifier alone.
 */
export function recordOf(
  inference: Inference,
  prediction: Conclusion | null,
  context: RecordContext,
  place: RecordPlace = recordPlaceOf(context.place),
): SpeciesnetRecord {
  const { filepath } = inference;
  const classifications = classificationsRecord(inference, context);
  const detections = inference.detections?.map(detectionRecord) ?? null;
  switch (context.mode) {
    case 'detections':
      return detections === null ? { filepath, failures: ['DETECTOR'] } : { filepath, detections };
    case 'classify-whole-images':
    case 'classify-detections':
      return classifications === null ? { filepath, failures: ['CLASSIFIER'] } : { filepath, classifications };
    case 'species':
    case 'ensemble':
      return assembleRecord({
        filepath,
        place,
        classifications,
        detections,
        prediction,
        modelVersion: versionWithSpeed(context.modelVersion, inference.speed),
        // Whole facts without classes have no prediction, unless it was drawn without rejected repeats.
        isWithoutClasses: prediction !== null && inference.failures.length === 0,
      });
  }
}

/** A survey's place as it stands in a record: a region without a country does not count. */
function recordPlaceOf(place: Place): RecordPlace {
  return { country: place.country, admin1_region: effectiveRegion(place), latitude: null, longitude: null };
}

function detectionRecord({ category, label, conf, bbox }: Detection): DetectionRecord {
  return { category, label, conf, bbox };
}

/** With the target species' logits, where a run kept them (speciesnet 5.0.4, classifier.py). */
function classificationsRecord(inference: Inference, context: FactsReader): ClassificationsRecord | null {
  const candidates = candidatesOf(inference, context);
  const targets = classScoresOf(inference, context)?.targets;
  if (candidates === null || targets === undefined) return candidates;
  return {
    ...candidates,
    target_classes: targets.classes.map((index) => labelAt(context.labels, index)),
    target_logits: targets.logits,
  };
}
