import { namesAnimals } from '../facts';
import type { ExportContext, ExportRow } from '../formats/export-format';
import { animalsFile } from '../formats/megadetector-animals';
import { mapToMegadetectorInSteps } from '../formats/megadetector-mapping';
import { recordsOfRows } from '../formats/records-of-rows';
import { noteSmoothing } from '../formats/smoothed-content';
import type { MdImage, MdResults } from '../megadetector/md-results';
import { roundTo4 } from '../python-json';
import type { SpeciesnetRecord } from '../speciesnet-record';
import { comparedFromMegadetector } from './compared-from-megadetector';
import { comparedFromRecord } from './compared-from-speciesnet';
import type { ComparedImage, ComparedResult } from './compared-image';

/** Which of our files speaks for us: the one of the program that wrote the other file. */
export type ComparedForm = 'speciesnet' | 'megadetector';

const ROWS_PER_PIECE = 100;

/**
 * Our own results as the file of that form would hold them if it were written now, rounded as it rounds: so equal results are
 * equal numbers, and a class for each box is compared with a class for each box. By filepath in the order of the file, giving way
 * in between.
 */
export function* comparedFromRows(
  rows: Iterable<ExportRow>,
  context: ExportContext,
  form: ComparedForm,
): Generator<unknown, ComparedResult> {
  if (form === 'speciesnet') return yield* readRecords(rows, context);
  const isPerBox = namesAnimals(context) || context.mode === 'detections'; // as megadetectorJson decides
  return yield* comparedFromMegadetector(yield* isPerBox ? buildPerBox(rows, context) : buildMapped(rows, context));
}

function* readRecords(rows: Iterable<ExportRow>, context: ExportContext): Generator<unknown, ComparedResult> {
  const images = new Map<string, ComparedImage>();
  for (const record of roundedRecords(rows, context)) {
    images.set(record.filepath, comparedFromRecord(record));
    if (images.size % ROWS_PER_PIECE === 0) yield;
  }
  return images;
}

/** As SpeciesNet's converter writes it: each box has the conclusion of its image. */
function* buildMapped(rows: Iterable<ExportRow>, context: ExportContext): Generator<unknown, MdResults> {
  const noted = noteSmoothing(rows);
  const records = roundedRecords(noted.rows, context);
  const mapped = yield* mapToMegadetectorInSteps(records, { baseFolder: null, onFault: 'repair' });
  const images: MdImage[] = [];
  for (const image of noted.smooth(mapped).images) {
    images.push(image as unknown as MdImage);
    if (images.length % ROWS_PER_PIECE === 0) yield;
  }
  return {
    info: {},
    detection_categories: Object.fromEntries(mapped.detectionCategories),
    classification_categories: Object.fromEntries(mapped.classificationCategories),
    classification_category_descriptions: Object.fromEntries(mapped.classificationDescriptions),
    images,
  };
}

/** As run_md_and_speciesnet writes it: each box has a conclusion of its own. */
function* buildPerBox(rows: Iterable<ExportRow>, context: ExportContext): Generator<unknown, MdResults> {
  const { images, tables } = yield* animalsFile(rows, context);
  const built: MdImage[] = [];
  for (const image of images) {
    built.push(image);
    if (built.length % ROWS_PER_PIECE === 0) yield;
  }
  return { ...tables(), images: built };
}

function* roundedRecords(rows: Iterable<ExportRow>, context: ExportContext): Generator<SpeciesnetRecord> {
  for (const record of recordsOfRows(rows, context)) yield rounded(record);
}

function rounded(record: SpeciesnetRecord): SpeciesnetRecord {
  const { detections, classifications, prediction_score: score } = record;
  return {
    ...record,
    ...(detections !== undefined && {
      detections: detections.map(({ category, label, conf, bbox }) => ({
        category,
        label,
        conf: roundTo4(conf),
        bbox: bbox.map(roundTo4),
      })),
    }),
    ...(classifications !== undefined && {
      classifications: { classes: classifications.classes, scores: classifications.scores.map(roundTo4) },
    }),
    ...(score !== undefined && { prediction_score: roundTo4(score) }),
  };
}
