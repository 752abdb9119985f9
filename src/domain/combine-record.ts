import { decide } from './ensemble';
import type { DetectionLabel } from './detection';
import type { TaxonRules } from './rollup';
import {
  assembleRecord,
  type ClassificationsRecord,
  type DetectionRecord,
  type RecordPlace,
  type SpeciesnetRecord,
} from './speciesnet-record';

/** What each component said of each file, by filepath: entries of its own result file. */
export interface ComponentResults {
  readonly classifier: ReadonlyMap<string, ComponentResult>;
  readonly detector: ReadonlyMap<string, ComponentResult>;
  /** Only files whose geolocation worked; the region is the computed one. */
  readonly places: ReadonlyMap<string, RecordPlace>;
  /** Finished records of an earlier run: reused as they are, whatever they hold. */
  readonly partial: ReadonlyMap<string, object>;
}

/** An entry of a detector's or a classifier's result file. With a `failures` key, whatever its value, it has failed. */
export interface ComponentResult {
  readonly failures?: unknown;
  readonly classifications?: ClassificationsRecord;
  readonly detections?: readonly DetectionRecord[];
}

/**
 * The records of a full run, one for each filepath in order, duplicates included (speciesnet 5.0.4,
 * SpeciesNetEnsemble.combine). `rulesAt` makes the rules of a place: country and region as in the file's record.
 */
export function combineRecords(
  filepaths: readonly string[],
  results: ComponentResults,
  modelVersion: string,
  rulesAt: (place: Pick<RecordPlace, 'country' | 'admin1_region'>) => TaxonRules,
): readonly object[] {
  return filepaths.map((filepath) => {
    return results.partial.get(filepath) ?? combineRecord(filepath, results, modelVersion, rulesAt);
  });
}

function combineRecord(
  filepath: string,
  results: ComponentResults,
  modelVersion: string,
  rulesAt: (place: Pick<RecordPlace, 'country' | 'admin1_region'>) => TaxonRules,
): SpeciesnetRecord {
  const place = results.places.get(filepath) ?? null;
  const classifications = succeeded(results.classifier.get(filepath))?.classifications ?? null;
  const detections = succeeded(results.detector.get(filepath))?.detections ?? null;
  const prediction =
    classifications === null || detections === null
      ? null
      : decide(
          { candidates: classifications, detections: detections.map(detectedThing) },
          rulesAt(place ?? { country: null, admin1_region: null }),
        );
  return assembleRecord({ filepath, place, classifications, detections, prediction, modelVersion });
}

function succeeded(result: ComponentResult | undefined): ComponentResult | null {
  return result === undefined || 'failures' in result ? null : result;
}

/** The reference never checks the word; a label outside the three meets no rule of the ensemble, as there. */
function detectedThing({ label, conf }: DetectionRecord) {
  return { label: label as DetectionLabel, conf };
}
