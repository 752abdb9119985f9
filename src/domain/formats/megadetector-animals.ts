import { mdTables, type MdMakers } from '../megadetector/build-md-results';
import { createMdClassTable } from '../megadetector/md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, mdImageOf } from '../megadetector/md-image';
import type { ExportContext, ExportRow } from './export-format';
import { mdFile } from './md-results-json';
import { readRowsByFile } from './rows-by-file';

/**
 * MegaDetector's result file, strict format 1.6, with the species of each detection: what run_md_and_speciesnet writes
 * (megadetector 10.0.24). Rows without species per detection have detections only.
 */
export function* serializeAnimals(rows: Iterable<ExportRow>, context: ExportContext): Generator<string> {
  const sorted = yield* readRowsByFile(rows);
  const table = createMdClassTable();
  const options = { ...DEFAULT_MD_IMAGE_OPTIONS, isRawWritten: context.includesRawClasses ?? false };
  function* images() {
    for (const { inference, animals = null, rejected = null } of sorted) {
      yield mdImageOf({ inference, animals, rejected }, table, options);
    }
  }
  yield* mdFile(images(), [], () => Object.entries(mdTables(makersOf(context), table)));
}

/** Who made the results of an export, and when. */
export function makersOf({ detectorName, classifierName, detectedAt, classifiedAt }: ExportContext): MdMakers {
  return {
    detector: detectorName,
    classifier: classifierName,
    detectedAt: detectedAt ?? null,
    classifiedAt: classifiedAt ?? null,
  };
}
