import { kindOf, ParseError } from '../parse-error';
import { fullTaxonOf } from './described-taxa';
import type { MdClassification, MdDetection, MdImage, MdResults } from './md-results';
import { countClasses, NO_STEPS, smoothGroup, type ClassSlot, type SmoothingStep } from './smooth-group';
import type { SmoothingOptions } from './smoothing-options';
import { countedClass, createSmoothingRules, type SmoothingRules } from './smoothing-rules';

/** A detection whose class smoothing changed. */
export interface SmoothingChange {
  readonly file: string;
  /** Place in the image's `detections`. */
  readonly detection: number;
  /** Class ids. The score stays as it was. */
  readonly before: string;
  readonly after: string;
  /** What overwrote the class, in order; nearly always one step. */
  readonly steps: readonly SmoothingStep[];
}

/** What smoothing leaves. */
export interface SmoothedResults {
  /** A new file; the given one is unchanged, and what stays the same is shared with it. */
  readonly results: MdResults;
  /** By image in the file's order, then by detection. */
  readonly changes: readonly SmoothingChange[];
  /** Files of sequences that the results don't have. */
  readonly unknownFiles: readonly string[];
}

interface Slot extends ClassSlot {
  readonly detection: number;
  readonly before: string;
}

interface WorkingImage {
  readonly image: MdImage;
  readonly slots: readonly Slot[];
}

const NO_SLOTS: readonly Slot[] = [];

/**
 * Smooths each image by itself (megadetector 10.0.24, smooth_classification_results_image_level), in steps of one image. As
 * there, every detection of the file keeps its best class only, and images with detections get `pre_smoothing_description`
 * when classes have descriptions. Throws ParseError where the reference fails: see `createSmoothingRules` and `smoothGroup`,
 * and classes that are not in order of score.
 */
export function* smoothImages(results: MdResults, options: SmoothingOptions): Generator<void, SmoothedResults, void> {
  const rules = createSmoothingRules(results, options);
  const working = yield* prepareImages(results, rules);
  for (const { slots } of working) {
    smoothGroup(slots, rules);
    yield;
  }
  return yield* collect(results, working, []);
}

/**
 * Smooths each sequence as one group (megadetector 10.0.24, smooth_classification_results_sequence_level), in steps of one
 * image or one sequence. `sequences` = the files of each, for instance the paths of events; they must be the results' `file`
 * exactly. Images in no sequence only lose their lesser classes. Throws ParseError like `smoothImages`, and when two images
 * have one file name.
 */
export function* smoothSequences(
  results: MdResults,
  sequences: Iterable<readonly string[]>,
  options: SmoothingOptions,
): Generator<void, SmoothedResults, void> {
  const rules = createSmoothingRules(results, options);
  const working = yield* prepareImages(results, rules);
  const slotsOf = yield* indexByFile(working);
  const unknownFiles: string[] = [];
  for (const files of sequences) {
    const group: Slot[] = [];
    for (const file of files) {
      const slots = slotsOf.get(file);
      if (slots === undefined) unknownFiles.push(file);
      else for (const slot of slots) group.push(slot);
    }
    smoothGroup(group, rules);
    yield;
  }
  return yield* collect(results, working, unknownFiles);
}

function* prepareImages(results: MdResults, rules: SmoothingRules): Generator<void, readonly WorkingImage[], void> {
  const working: WorkingImage[] = [];
  for (const image of results.images) {
    working.push(prepareImage(image, working.length, rules));
    yield;
  }
  return working;
}

function prepareImage(image: MdImage, index: number, rules: SmoothingRules): WorkingImage {
  if (!image.detections || image.detections.length === 0) return { image, slots: NO_SLOTS };
  const slots: Slot[] = [];
  const detections = image.detections.map((detection, place) => {
    const kept = keepBestClass(detection, index, place);
    const classId = countedClass(kept, rules);
    if (classId !== null) slots.push({ detection: place, before: classId, classId, steps: NO_STEPS });
    return kept;
  });
  const description = describeClasses(slots, rules);
  return {
    image: { ...image, detections, ...(description !== null && { pre_smoothing_description: description }) },
    slots,
  };
}

function keepBestClass(detection: MdDetection, image: number, place: number): MdDetection {
  if (detection.classifications === undefined) return detection;
  const isList = Array.isArray(detection.classifications);
  const classes: readonly MdClassification[] = isList ? detection.classifications : [];
  if (classes.length === 1) return detection;
  const where = `images[${image}].detections[${place}].classifications`;
  if (!isList) throw new ParseError(where, 'a list', kindOf(detection.classifications));
  const [best] = classes;
  if (best === undefined) return withoutClasses(detection);
  if (classes.some(([, score], i) => i > 0 && score > classes[i - 1]![1])) {
    throw new ParseError(where, 'best first', 'another order');
  }
  return { ...detection, classifications: [best] };
}

function withoutClasses(detection: MdDetection): MdDetection {
  const entries = Object.entries(detection).filter(([key]) => key !== 'classifications');
  return Object.fromEntries(entries) as unknown as MdDetection;
}

/** `rabbit (4), human (1)`; null when the file or the options want none. */
function describeClasses(slots: readonly Slot[], { options, taxa }: SmoothingRules): string | null {
  if (!options.addsDescription || taxa === null) return null;
  return [...countClasses(slots)]
    .map(([classId, count]) => `${fullTaxonOf(taxa, classId).commonName || 'undefined category'} (${count})`)
    .join(', ');
}

function* indexByFile(working: readonly WorkingImage[]): Generator<void, ReadonlyMap<string, readonly Slot[]>, void> {
  const slotsOf = new Map<string, readonly Slot[]>();
  for (const { image, slots } of working) {
    if (slotsOf.has(image.file)) {
      throw new ParseError(`images[${slotsOf.size}].file`, 'each file once', `"${image.file}" again`);
    }
    slotsOf.set(image.file, slots);
    yield;
  }
  return slotsOf;
}

function* collect(
  results: MdResults,
  working: readonly WorkingImage[],
  unknownFiles: readonly string[],
): Generator<void, SmoothedResults, void> {
  const images: MdImage[] = [];
  const changes: SmoothingChange[] = [];
  for (const { image, slots } of working) {
    const changed = slots.filter(({ before, classId }) => before !== classId);
    images.push(changed.length === 0 ? image : withClasses(image, changed));
    for (const { detection, before, classId: after, steps } of changed) {
      changes.push({ file: image.file, detection, before, after, steps });
    }
    yield;
  }
  return { results: { ...results, images }, changes, unknownFiles };
}

function withClasses(image: MdImage, changed: readonly Slot[]): MdImage {
  const detections = [...image.detections!];
  for (const { detection, classId } of changed) {
    const former = detections[detection]!;
    detections[detection] = { ...former, classifications: [[classId, former.classifications![0]![1]]] };
  }
  return { ...image, detections };
}
