import { namesAnimals } from '../facts';
import { detectorNameWithSpeed, speedMetadata } from '../fast-detector/speed-summary';
import { pythonJsonWithList, type JsonValue, type PythonJsonStyle } from '../python-json';
import { serializeAnimals } from './megadetector-animals';
import type { ExportContext, ExportFormat, ExportRow } from './export-format';
import { mapToMegadetectorInSteps, type MegadetectorContent } from './megadetector-mapping';
import { recordsOfRows } from './records-of-rows';
import { noteReview } from './reviewed-content';
import { namedRecords } from './reviewed-records';
import { reviewedRows } from './reviewed-row';
import { noteSmoothing } from './smoothed-content';

/** Readers refuse a confidence that is a whole number, so the numbers of a detection are floats: 1.0, not 1. */
const STYLE: PythonJsonStyle = {
  floatKeys: new Set(['conf', 'bbox', 'classifications']),
  roundsTo4: true,
  isAscii: true,
};

/**
 * MegaDetector's result file, format 1.6. With a species for every animal, or with boxes only, it is the file of the
 * megadetector package itself; else each detection has SpeciesNet's conclusion for the image, as SpeciesNet's own converter
 * writes it. With smoothing on, classes and `pre_smoothing_description` are what the package's smoothing makes of that file.
 */
export const megadetectorJson = {
  id: 'megadetector',
  extension: '.json',
  mimeType: 'application/json',
  *serialize(rows: Iterable<ExportRow>, context: ExportContext) {
    if (namesAnimals(context) || context.mode === 'detections') {
      yield* serializeAnimals(context.usesReview === true ? reviewedRows(rows) : rows, context);
      return;
    }
    const review = context.usesReview === true ? noteReview(rows) : null;
    const noted = noteSmoothing(review?.rows ?? rows);
    const records = (review === null ? recordsOfRows : namedRecords)(noted.rows, context);
    const content = yield* withEmptyChunks(mapToMegadetectorInSteps(records, { baseFolder: null, onFault: 'repair' }));
    const smoothed = noted.smooth(content);
    yield* megadetectorFile(infoOf(context), review?.name(smoothed) ?? smoothed, STYLE);
  },
} as const satisfies ExportFormat;

/** An empty chunk for each step, so that whoever drives the export can give way before the first text is there. */
function* withEmptyChunks<Result>(steps: Generator<unknown, Result, void>): Generator<'', Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield '';
  }
}

/** The text of a MegaDetector file in chunks, keys in the order in which the reference's converter writes them. */
export function megadetectorFile(
  info: JsonValue,
  content: Omit<MegadetectorContent, 'images'> & { readonly images: Iterable<JsonValue> },
  style: PythonJsonStyle,
): Generator<string> {
  const head: readonly (readonly [string, JsonValue])[] = [
    ['info', info],
    ['detection_categories', content.detectionCategories],
    ['classification_categories', content.classificationCategories],
    ['classification_category_descriptions', content.classificationDescriptions],
  ];
  return pythonJsonWithList(head, 'images', content.images, style);
}

/** Both blocks of metadata are always there, because older readers take them without looking. */
function infoOf(context: ExportContext): JsonValue {
  return {
    format_version: '1.6',
    detector: detectorNameWithSpeed(context.detectorName, context.speed ?? null) ?? 'none',
    // The megadetector package's values for a detector that it does not know (megadetector 10.0.24).
    detector_metadata: {
      megadetector_version: 'unknown',
      typical_detection_threshold: 0.2,
      conservative_detection_threshold: 0.1,
    },
    classifier: context.classifierName ?? 'none',
    classifier_metadata: { typical_classification_threshold: 0.5 },
    ...(context.speed != null && { custom_metadata: speedMetadata(context.speed) }),
  };
}
