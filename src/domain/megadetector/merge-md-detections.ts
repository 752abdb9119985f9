import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import { mapClasses, type ClassMapping } from './map-md-classes';
import { mdIouOf } from './md-iou';
import type { MdDetection, MdImage, MdResults } from './md-results';

/** A file whose boxes are added to another, under its name without folder. */
export interface MergeSource {
  readonly name: string;
  readonly results: MdResults;
}

/** Which boxes are added (megadetector 10.0.24, MergeDetectionsOptions; its defaults). */
export interface MergeDetectionsOptions {
  /** By source: boxes below are not added. One of 0.05. */
  readonly sourceConfs?: readonly number[];
  /** Boxes of the target that count as there. 0.2. */
  readonly targetConf?: number;
  /** Area in fractions of the image. 1.01. */
  readonly maxArea?: number;
  /** Area likewise. 0. */
  readonly minArea?: number;
  /** Boxes that overlap as much are the same. 0.65. */
  readonly minIou?: number;
  /** True: only where the target has no box of the category that counts. False. */
  readonly isEmptyOnly?: boolean;
  /** Numbers of detection categories; null = all. At most one of both. */
  readonly includedCategories?: readonly number[] | null;
  readonly excludedCategories?: readonly number[] | null;
}

const IMAGES_PER_PIECE = 200;

type Rules = Required<Omit<MergeDetectionsOptions, 'sourceConfs' | 'includedCategories' | 'excludedCategories'>>;

/**
 * Adds boxes of other files to a target where it has none of the same category at that place (megadetector 10.0.24,
 * merge_detections). Added boxes come last, in the order of the categories, and carry `transferred_from`. Classes are joined by
 * name. Images that failed on either side stay as they are.
 *
 * @throws ParseError for files that don't belong together: other detection categories, classes in only one of both, an image
 * that the target lacks, or not one conf for each source.
 */
export function mergeMdDetections(
  target: MdResults,
  sources: readonly MergeSource[],
  options: MergeDetectionsOptions = {},
): MdResults {
  return finishPieces(mergeMdDetectionsInPieces(target, sources, options));
}

/** The same, giving way every few images. */
export function* mergeMdDetectionsInPieces(
  target: MdResults,
  sources: readonly MergeSource[],
  options: MergeDetectionsOptions = {},
): Generator<void, MdResults> {
  const confs = options.sourceConfs ?? [0.05];
  if (confs.length !== sources.length) {
    throw new ParseError('sourceConfs', `${sources.length}, one for each source`, String(confs.length));
  }
  const categories = chosenCategories(target.detection_categories, options);
  const { targetConf = 0.2, maxArea = 1.01, minArea = 0, minIou = 0.65, isEmptyOnly = false } = options;
  const rules: Rules = { targetConf, maxArea, minArea, minIou, isEmptyOnly };
  const images = [...target.images];
  const indexByFile = new Map(images.map(({ file }, index) => [file, index]));
  let merged = target;
  for (const [index, { name, results }] of sources.entries()) {
    const where = `sources[${index}]`;
    expectSameCategories(results.detection_categories, target.detection_categories, where);
    const classes = mapClasses(merged, results, where);
    const from = typeof results.info['detector'] === 'string' ? results.info['detector'] : name;
    const transfer: Transfer = { ...rules, categories, sourceConf: confs[index]!, classes, from };
    for (const [number, source] of results.images.entries()) {
      if (number % IMAGES_PER_PIECE === 0) yield;
      const at = indexByFile.get(source.file);
      if (at === undefined) throw new ParseError(where, 'files of the target', `"${source.file}"`);
      images[at] = mergeImage(images[at]!, source, transfer);
    }
    merged = { ...merged, ...classes.tables, info: joinedInfo(merged.info, name, from) };
  }
  return { ...merged, images };
}

interface Transfer extends Rules {
  readonly categories: readonly string[];
  readonly sourceConf: number;
  readonly classes: ClassMapping;
  /** Name of the source's detector. */
  readonly from: string;
}

function mergeImage(target: MdImage, source: MdImage, transfer: Transfer): MdImage {
  const boxes = target.detections ?? null;
  const others = source.detections ?? null;
  if (boxes === null || others === null) return target;
  const added = transfer.categories.flatMap((category) => {
    const sameCategory = boxes.filter((box) => box.category === category);
    const maxConf = sameCategory.length === 0 ? 0 : maxConfOf(sameCategory);
    if (transfer.isEmptyOnly && maxConf >= transfer.targetConf) return [];
    const here = sameCategory.filter(({ conf }) => conf >= transfer.targetConf);
    return others.filter((box) => box.category === category && isAdded(box, here, transfer));
  });
  if (added.length === 0) return target;
  const detections = [...boxes, ...added.map((box) => transferred(box, transfer))];
  const conf = 'max_detection_conf' in target && { max_detection_conf: maxConfOf(detections) };
  return { ...target, detections, ...conf };
}

function isAdded(box: MdDetection, here: readonly MdDetection[], transfer: Transfer): boolean {
  const [, , width = NaN, height = NaN] = box.bbox;
  const area = width * height;
  if (!(area <= transfer.maxArea && area >= transfer.minArea && box.conf >= transfer.sourceConf)) return false;
  return transfer.isEmptyOnly || !here.some((other) => mdIouOf(box.bbox, other.bbox) >= transfer.minIou);
}

function transferred(box: MdDetection, { classes, from }: Transfer): MdDetection {
  return { ...classes.apply(box), transferred_from: from };
}

function maxConfOf(detections: readonly MdDetection[]): number {
  return detections.reduce((max, { conf }) => Math.max(max, conf), -Infinity);
}

function joinedInfo(info: MdResults['info'], name: string, from: string): MdResults['info'] {
  const { detector = 'MDv4 (assumed)', detections_transferred_from: names = [] } = info;
  return {
    ...info,
    detections_transferred_from: [...(Array.isArray(names) ? (names as readonly unknown[]) : []), name],
    detector: `${String(detector)} + ${from}`,
  };
}

function chosenCategories(
  table: Readonly<Record<string, string>>,
  { includedCategories: included = null, excludedCategories: excluded = null }: MergeDetectionsOptions,
): readonly string[] {
  if (included !== null && excluded !== null) {
    throw new ParseError('categories', 'some to include or some to exclude', 'both');
  }
  const ids = Object.keys(table);
  if (included !== null) return ids.filter((id) => included.includes(Number(id)));
  return excluded === null ? ids : ids.filter((id) => !excluded.includes(Number(id)));
}

function expectSameCategories(
  categories: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
  where: string,
): void {
  const ids = Object.keys(expected);
  if (Object.keys(categories).length === ids.length && ids.every((id) => categories[id] === expected[id])) return;
  throw new ParseError(`${where}: detection_categories`, 'those of the target', JSON.stringify(categories));
}
