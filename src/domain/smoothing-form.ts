import type { Detection } from './detection';
import { classScoresOf } from './facts';
import type { ExportContext, ExportRow } from './formats/export-format';
import { classNamesOf, isAnyBlank, UNKNOWN_CATEGORY } from './formats/megadetector-mapping';
import { createMdClassTable } from './megadetector/md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, MD_CATEGORY_NAMES, mdDetectionOrder, mdImageOf } from './megadetector/md-image';
import type { MdImage, MdResults } from './megadetector/md-results';
import { roundTo4 } from './python-json';
import { withoutRejected } from './rejected-detections';

/** Turns a survey's rows into the MegaDetector results that an export would write, as far as smoothing reads them. */
export interface SmoothingForm {
  /** One image; asks for ids of its classes, so the order of calls is the order of ids. */
  readonly imageOf: (row: ExportRow) => MdImage;
  /** Numbers in `Inference.detections` of an image's detections, in the order in which `imageOf` has them. */
  readonly numbersOf: (row: ExportRow) => readonly number[];
  /** The label that was concluded for a detection; null = none. */
  readonly concludedLabel: (row: ExportRow, number: number) => string | null;
  /** The whole label of a class id. */
  readonly labelOf: (classId: string) => string;
  /** The results with these images, after all of them were made. */
  readonly resultsOf: (images: readonly MdImage[]) => MdResults;
}

/** What of an export's context decides about classes. */
export type SmoothingContext = Pick<ExportContext, 'speciesPer' | 'packageType' | 'mode'>;

/** The form of the file that is exported in that context. Rows must come sorted by file in code-point order, as in the file. */
export function createSmoothingForm(context: SmoothingContext): SmoothingForm {
  return context.speciesPer === 'animal' || context.mode === 'detections'
    ? createAnimalForm()
    : createImageForm(context);
}

/** As `serializeAnimals` writes it: each detection has its own class. */
function createAnimalForm(): SmoothingForm {
  const table = createMdClassTable();
  return {
    imageOf: ({ inference, animals = null, rejected = null }) =>
      mdImageOf({ inference, animals, rejected }, table, DEFAULT_MD_IMAGE_OPTIONS),
    numbersOf: ({ inference }) => mdDetectionOrder(inference),
    concludedLabel: ({ animals }, number) => animals?.[number]?.label ?? null,
    labelOf: (classId) => table.descriptions.get(classId)!,
    resultsOf: (images) => resultsWith(images, table),
  };
}

/** As `mapToMegadetector` writes it: each detection has the image's class, and an image without classes is a failure. */
function createImageForm(context: SmoothingContext): SmoothingForm {
  const labels: string[] = [];
  const ids = new Map<string, string>();
  const idOf = (label: string) => {
    const known = ids.get(label);
    if (known !== undefined) return known;
    const id = String(labels.push(label) - 1);
    ids.set(label, id);
    return id;
  };
  return {
    imageOf({ inference, prediction, rejected = null }) {
      const file = inference.filepath;
      const kept = withoutRejected(inference, rejected);
      const hasClasses = prediction !== null && (classScoresOf(kept, context)?.classes.length ?? 0) > 0;
      if (kept.detections === null || !hasClasses) return { file, detections: null };
      const classifications = [[idOf(prediction.label), roundTo4(prediction.score)] as const];
      const written = ({ category, conf, bbox }: Detection) => ({
        category,
        conf: roundTo4(conf),
        bbox,
        classifications,
      });
      if (kept.detections.length > 0) return { file, detections: kept.detections.map(written) };
      // Never smoothed, for it is no animal, but an image with it gets its description.
      const madeUp = { category: UNKNOWN_CATEGORY, conf: roundTo4(prediction.score), bbox: WHOLE, classifications };
      return { file, detections: isAnyBlank(prediction.label) ? [] : [madeUp] };
    },
    numbersOf: ({ inference, rejected = null }) =>
      (inference.detections ?? []).flatMap((_, number) => (rejected?.has(number) === true ? [] : [number])),
    concludedLabel: ({ prediction }) => prediction?.label ?? null,
    labelOf: (classId) => labels[Number(classId)]!,
    resultsOf: (images) => resultsWith(images, classNamesOf(ids)),
  };
}

const WHOLE = [0, 0, 1, 1] as const;

interface ClassTables {
  readonly names: ReadonlyMap<string, string>;
  readonly descriptions: ReadonlyMap<string, string>;
}

function resultsWith(images: readonly MdImage[], { names, descriptions }: ClassTables): MdResults {
  return {
    info: {},
    detection_categories: MD_CATEGORY_NAMES,
    classification_categories: Object.fromEntries(names),
    classification_category_descriptions: Object.fromEntries(descriptions),
    images,
  };
}
