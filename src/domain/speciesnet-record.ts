import { FAILURE_ORDER, type Failure } from './failure';

// The keys of SpeciesNet's files, therefore in snake_case, in the order in which the reference writes them.

/** A box in a SpeciesNet file. `category` and `label` are MegaDetector's number and SpeciesNet's word for it. */
export interface DetectionRecord {
  readonly category: string;
  readonly label: string;
  readonly conf: number;
  readonly bbox: readonly number[];
}

/** The classifier's answer in a SpeciesNet file: whole labels, best first. */
export interface ClassificationsRecord {
  readonly classes: readonly string[];
  readonly scores: readonly number[];
  readonly target_classes?: readonly string[];
  readonly target_logits?: readonly number[];
}

/** One entry of a SpeciesNet file's `predictions`. Keys without a value are absent, never null. */
export interface SpeciesnetRecord {
  readonly filepath: string;
  readonly failures?: readonly Failure[];
  readonly country?: string;
  readonly admin1_region?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly classifications?: ClassificationsRecord;
  readonly detections?: readonly DetectionRecord[];
  readonly prediction?: string;
  readonly prediction_score?: number;
  readonly prediction_source?: string;
  readonly model_version?: string;
}

/** Where an image was taken, as it stands in a record. */
export interface RecordPlace {
  readonly country: string | null;
  readonly admin1_region: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** All that a full record is made of; null = that part failed or is missing. */
export interface RecordParts {
  readonly filepath: string;
  readonly place: RecordPlace | null;
  readonly classifications: ClassificationsRecord | null;
  readonly detections: readonly DetectionRecord[] | null;
  readonly prediction: { readonly label: string; readonly score: number; readonly source: string } | null;
  readonly modelVersion: string;
  /**
   * True = the prediction stands without classes, whose absence is no failure then: the box they were seen in was rejected.
   * Absent = the reference's own rule.
   */
  readonly isWithoutClasses?: boolean;
}

/** Keys under which a SpeciesNet file holds floats. */
export const SPECIESNET_FLOAT_KEYS: ReadonlySet<string> = new Set([
  'conf',
  'bbox',
  'scores',
  'target_logits',
  'prediction_score',
]);

/**
 * A record of a full run (speciesnet 5.0.4, SpeciesNetEnsemble.combine): keys in that order, those without a value left out;
 * `""`, 0 and `[]` are values. A missing part is a failure; the prediction needs classifications and detections, unless the
 * parts say that it does without the former.
 */
export function assembleRecord(parts: RecordParts): SpeciesnetRecord {
  const { place, classifications, detections, isWithoutClasses = false } = parts;
  const areClassesMissing = classifications === null && !isWithoutClasses;
  const prediction = !areClassesMissing && detections !== null ? parts.prediction : null;
  const missing: Readonly<Record<Failure, boolean>> = {
    CLASSIFIER: areClassesMissing,
    DETECTOR: detections === null,
    GEOLOCATION: place === null,
  };
  const failures = FAILURE_ORDER.filter((failure) => missing[failure]);
  return {
    filepath: parts.filepath,
    ...(failures.length > 0 && { failures }),
    ...given('country', place?.country),
    ...given('admin1_region', place?.admin1_region),
    ...given('latitude', place?.latitude),
    ...given('longitude', place?.longitude),
    ...given('classifications', classifications),
    ...given('detections', detections),
    ...given('prediction', prediction?.label),
    ...given('prediction_score', prediction?.score),
    ...given('prediction_source', prediction?.source),
    model_version: parts.modelVersion,
  };
}

/** The entry, or nothing when there is no value. */
function given<Key extends string, Value>(key: Key, value: Value | null | undefined) {
  return (value === null || value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
