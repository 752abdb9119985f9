import { detectorNameWithSpeed } from '../fast-detector/speed-summary';
import { mdTables, type MdMakers, type MdTables } from '../megadetector/build-md-results';
import { createMdClassTable, type MdClassTable } from '../megadetector/md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, mdImageOf, type MdImageOptions } from '../megadetector/md-image';
import type { MdImage } from '../megadetector/md-results';
import type { ExportContext, ExportRow } from './export-format';
import { mdFile } from './md-results-json';
import { readRowsByFile } from './rows-by-file';

/** A file of the megadetector package before it is text. */
export interface AnimalsFile {
  /** Sorted by file, made one by one. */
  readonly images: Iterable<MdImage>;
  /** Everything else; to be asked for when all images are made. */
  readonly tables: () => MdTables;
}

/**
 * MegaDetector's result file, strict format 1.6, with the species of each detection: what run_md_and_speciesnet writes
 * (megadetector 10.0.24). Rows without species per detection have detections only.
 */
export function* serializeAnimals(rows: Iterable<ExportRow>, context: ExportContext): Generator<string> {
  const { images, tables } = yield* animalsFile(rows, context);
  yield* mdFile(images, [], () => Object.entries(tables()));
}

/** What such a file holds. Yields an empty text now and then, because all rows are read and sorted first. */
export function* animalsFile(rows: Iterable<ExportRow>, context: ExportContext): Generator<'', AnimalsFile> {
  const sorted = yield* readRowsByFile(rows);
  const table = createMdClassTable();
  const options = { ...DEFAULT_MD_IMAGE_OPTIONS, isRawWritten: context.includesRawClasses ?? false };
  yield* knowClasses(sorted, table, options);
  function* images() {
    for (const { inference, animals = null, rejected = null, smoothed = null } of sorted) {
      yield mdImageOf({ inference, animals, rejected, smoothed }, table, options);
    }
  }
  return { images: images(), tables: () => mdTables(makersOf(context), table) };
}

const KNOWN_AT_A_TIME = 100;

/** Smoothing changes no ids: classes have those of the file before it, also the ones that no detection has any more. */
function* knowClasses(rows: readonly ExportRow[], table: MdClassTable, options: MdImageOptions): Generator<''> {
  if (rows.every(({ smoothed }) => smoothed == null)) return;
  for (const [index, { inference, animals = null, rejected = null }] of rows.entries()) {
    mdImageOf({ inference, animals, rejected }, table, options);
    if (index % KNOWN_AT_A_TIME === 0) yield '';
  }
}

/** Who made the results of an export, and when. */
export function makersOf(context: ExportContext): MdMakers {
  const { detectorName, classifierName, detectedAt, classifiedAt, speed = null } = context;
  return {
    detector: detectorNameWithSpeed(detectorName, speed),
    speed,
    classifier: classifierName,
    detectedAt: detectedAt ?? null,
    classifiedAt: classifiedAt ?? null,
  };
}
