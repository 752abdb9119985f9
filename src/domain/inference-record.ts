import type { Detection } from './detection';
import { candidatesOf, type FactsReader } from './facts';
import type { Inference } from './inference';
import { effectiveRegion } from './place';
import type { Prediction } from './prediction';
import { assembleRecord, type DetectionRecord, type SpeciesnetRecord } from './speciesnet-record';
import type { Place } from './survey';

/** What a SpeciesNet record needs to know besides an image's facts and conclusion. */
export interface RecordContext extends FactsReader {
  readonly modelVersion: string;
  readonly place: Place;
}

/**
 * An image as SpeciesNet's own program would have written it, unrounded: the full record for `species`, the one of
 * `--detector_only` for `detections`, the one of `--classifier_only` for `classify-whole-images`.
 */
export function recordOf(
  inference: Inference,
  prediction: Prediction | null,
  context: RecordContext,
): SpeciesnetRecord {
  const { filepath } = inference;
  const classifications = candidatesOf(inference, context);
  const detections = inference.detections?.map(detectionRecord) ?? null;
  switch (context.mode) {
    case 'detections':
      return detections === null ? { filepath, failures: ['DETECTOR'] } : { filepath, detections };
    case 'classify-whole-images':
      return classifications === null ? { filepath, failures: ['CLASSIFIER'] } : { filepath, classifications };
    case 'species':
      return assembleRecord({
        filepath,
        place: {
          country: context.place.country,
          admin1_region: effectiveRegion(context.place),
          latitude: null,
          longitude: null,
        },
        classifications,
        detections,
        prediction,
        modelVersion: context.modelVersion,
      });
  }
}

function detectionRecord({ category, label, conf, bbox }: Detection): DetectionRecord {
  return { category, label, conf, bbox };
}
