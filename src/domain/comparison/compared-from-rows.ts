import type { ExportContext, ExportRow } from '../formats/export-format';
import { mapToMegadetector } from '../formats/megadetector-mapping';
import { recordsOfRows } from '../formats/records-of-rows';
import { createMdClassTable } from '../megadetector/md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, MD_CATEGORY_NAMES, mdImageOf } from '../megadetector/md-image';
import type { MdImage, MdResults } from '../megadetector/md-results';
import { roundTo4 } from '../python-json';
import type { SpeciesnetRecord } from '../speciesnet-record';
import { comparedFromMegadetector } from './compared-from-megadetector';
import { comparedFromRecord } from './compared-from-speciesnet';
import type { ComparedImage, ComparedResult } from './compared-image';

/** Which of our files speaks for us: the one of the program that wrote the other file. */
export type ComparedForm = 'speciesnet' | 'megadetector';

const ROWS_PER_PIECE = 50;

/**
 * Our own results as the file of that form would hold them if it were written now, rounded as it rounds: so equal results are
 * equal numbers, and a class for each box is compared with a class for each box. By filepath in the order of the rows,
 * giving way in between.
 */
export function* comparedFromRows(
  rows: Iterable<ExportRow>,
  context: ExportContext,
  form: ComparedForm,
): Generator<void, ComparedResult> {
  const images = new Map<string, ComparedImage>();
  const read = form === 'speciesnet' ? readRecords : isPerBox(context) ? readBoxes : readMapped;
  for (const piece of piecesOf(rows)) {
    for (const [filepath, image] of yield* read(piece, context)) images.set(filepath, image);
    yield;
  }
  return images;
}

function* piecesOf(rows: Iterable<ExportRow>): Generator<readonly ExportRow[]> {
  let piece: ExportRow[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}

type Read = (rows: readonly ExportRow[], context: ExportContext) => Generator<void, ComparedResult>;

const readRecords: Read = function* (rows, context) {
  yield;
  return new Map([...roundedRecords(rows, context)].map((record) => [record.filepath, comparedFromRecord(record)]));
};

/** As SpeciesNet's converter writes it: each box has the conclusion of its image. */
const readMapped: Read = function* (rows, context) {
  const mapped = mapToMegadetector(roundedRecords(rows, context), { baseFolder: null, onFault: 'repair' });
  const file: MdResults = {
    info: {},
    detection_categories: Object.fromEntries(mapped.detectionCategories),
    classification_categories: Object.fromEntries(mapped.classificationCategories),
    classification_category_descriptions: Object.fromEntries(mapped.classificationDescriptions),
    images: mapped.images as unknown as readonly MdImage[],
  };
  return yield* comparedFromMegadetector(file);
};

/** As run_md_and_speciesnet writes it: each box has a conclusion of its own. */
const readBoxes: Read = function* (rows, context) {
  const table = createMdClassTable();
  const images = rows.map(({ inference, animals = null, rejected = null }) =>
    mdImageOf({ inference, animals, rejected }, table, DEFAULT_MD_IMAGE_OPTIONS),
  );
  return yield* comparedFromMegadetector({
    info: {},
    detection_categories: MD_CATEGORY_NAMES,
    ...(context.classifierName !== null && {
      classification_categories: Object.fromEntries(table.names),
      classification_category_descriptions: Object.fromEntries(table.descriptions),
    }),
    images,
  });
};

/** When our MegaDetector file is the package's own; see megadetectorJson. */
function isPerBox({ speciesPer, mode }: ExportContext): boolean {
  return speciesPer === 'animal' || mode === 'detections';
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
