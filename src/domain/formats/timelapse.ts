import { topClassOf } from '../facts';
import { metadataWithSpeed } from '../fast-detector/speed-summary';
import { commonNameOf } from '../label';
import { mdInfoOf } from '../megadetector/build-md-results';
import { detectorMetadataOf, UNKNOWN_DETECTOR } from '../megadetector/detector-metadata';
import type { MdClassTable } from '../megadetector/md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, MD_CATEGORY_NAMES, mdFailureOf, mdImageOf } from '../megadetector/md-image';
import { mdScore } from '../megadetector/md-numbers';
import type { MdDetection, MdImage } from '../megadetector/md-results';
import type { Conclusion } from '../rollup';
import type { ExportContext, ExportFormat, ExportRow } from './export-format';
import { makersOf } from './megadetector-animals';
import { mdFile } from './md-results-json';
import { reviewedRow, reviewedRows } from './reviewed-row';
import { readRowsByFile } from './rows-by-file';
import { createTimelapseClassTable } from './timelapse-classes';
import { createTimelapseWarnings } from './timelapse-warnings';

/** Category of a made-up box: an image with a class, of which the detector found nothing or did not run. */
const UNKNOWN_CATEGORY = '4';

/** Removed repeats and raw classes are nothing that Timelapse reads. */
const OPTIONS = { ...DEFAULT_MD_IMAGE_OPTIONS, rawCount: 0, isRejectedWritten: false };

/**
 * The MegaDetector file in the form that suits Timelapse's importer (Timelapse 2.5): the species of each detection, or where there is
 * none the image's species on all of its detections; with smoothing on, what it made of them. Failed images are left out.
 */
export const timelapse = {
  id: 'timelapse',
  extension: '.json',
  mimeType: 'application/json',
  fileName: 'recognitionData.json',
  *serialize(rows: Iterable<ExportRow>, context: ExportContext) {
    const sorted = yield* readRowsByFile(context.usesReview === true ? reviewedRows(rows) : rows);
    const table = createTimelapseClassTable(context.labels);
    let isUnknownUsed = false;
    function* images() {
      for (const row of sorted) {
        const image = timelapseImageOf(row, table, context);
        if (image === null) continue;
        isUnknownUsed ||= image.detections?.[0]?.category === UNKNOWN_CATEGORY;
        yield image;
      }
    }
    yield* mdFile(images(), [], () => [
      ['detection_categories', { ...MD_CATEGORY_NAMES, ...(isUnknownUsed && { [UNKNOWN_CATEGORY]: 'unknown' }) }],
      ['info', infoOf(context)],
      ['classification_categories', table.names],
      ['classification_category_descriptions', table.descriptions],
    ]);
  },
  countWarnings(context: ExportContext) {
    const table = createTimelapseClassTable([]);
    const { conservative_detection_threshold: conservative } = metadataOf(context);
    const written = context.usesReview === true ? reviewedRow : (row: ExportRow) => row;
    return createTimelapseWarnings((row) => timelapseImageOf(written(row), table, context), {
      conservative,
      classification: CLASSIFICATION_THRESHOLD,
    });
  },
} as const satisfies ExportFormat;

/** Timelapse begins with these where the file gives none, but older ones began elsewhere: so they are always given. */
const CLASSIFICATION_THRESHOLD = 0.5;
const TYPICAL_THRESHOLD = 0.2;
const CONSERVATIVE_THRESHOLD = 0.05;

function metadataOf({ detectorName, speed = null }: ExportContext) {
  const known = metadataWithSpeed(detectorMetadataOf(detectorName), speed);
  const conservative = known === UNKNOWN_DETECTOR ? null : known.conservative_detection_threshold;
  return {
    ...known,
    typical_detection_threshold: known.typical_detection_threshold ?? TYPICAL_THRESHOLD,
    conservative_detection_threshold: conservative ?? CONSERVATIVE_THRESHOLD,
  };
}

function infoOf(context: ExportContext) {
  return {
    ...mdInfoOf(makersOf(context)),
    detector_metadata: metadataOf(context),
    classifier_metadata: { typical_classification_threshold: CLASSIFICATION_THRESHOLD },
  };
}

/** Null = the image failed and is left out. */
function timelapseImageOf(row: ExportRow, table: MdClassTable, context: ExportContext): MdImage | null {
  const { inference, rejected = null, smoothed = null } = row;
  if (mdFailureOf(inference) !== null) return null;
  const concluded = row.animals == null ? imageConclusion(row, context) : null;
  const animals =
    concluded === null
      ? (row.animals ?? null)
      : (inference.detections ?? []).map(() => ({ ...concluded, raw: NO_CLASSES }));
  const written = smoothed === null ? null : { changes: smoothed.changes, description: null };
  const image = mdImageOf({ inference, animals, rejected, smoothed: written }, table, OPTIONS);
  const hasBoxes = inference.detections !== null && inference.detections.length > 0;
  const detections =
    concluded === null || hasBoxes || isBlank(concluded.label) ? image.detections! : [madeUpBox(concluded, table)];
  return { file: context.pathPrefix == null ? image.file : `${context.pathPrefix}/${image.file}`, detections };
}

const NO_CLASSES = { classes: [], scores: [] };

/** What was concluded for the image as a whole; of whole photos without a detector, the first class. */
function imageConclusion({ inference, prediction }: ExportRow, context: ExportContext): Conclusion | null {
  if (prediction !== null) return prediction;
  const top = context.mode === 'classify-whole-images' ? topClassOf(inference, context) : null;
  return top === null ? null : { ...top, source: 'classifier' };
}

function isBlank(label: string): boolean {
  return commonNameOf(label) === 'blank';
}

function madeUpBox({ label, score }: Conclusion, table: MdClassTable): MdDetection {
  const written = mdScore(score);
  return {
    category: UNKNOWN_CATEGORY,
    conf: written,
    bbox: [0, 0, 1, 1],
    classifications: [[table.idOf(label), written]],
  };
}
