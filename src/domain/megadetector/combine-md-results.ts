import { given } from '../bounded-values';
import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import { compareCodePoints } from '../python-text';
import { sortInPieces } from '../sort-in-pieces';
import type { MdImage, MdResults } from './md-results';

const IMAGES_PER_PIECE = 500;

/** How files are joined. */
export interface CombineOptions {
  /** True (the default): a file listed twice is an error. False: the first one stays, see `combineMdResults`. */
  readonly requireUniqueness?: boolean;
}

/**
 * Joins result files of one detector into one, images sorted by file (megadetector 10.0.24,
 * combine_batch_output_dictionaries). As there, the first file's `info` is kept, with a classifier's name that only a later
 * one has; `classification_categories` is always there; all other keys are dropped, descriptions too. Backslashes become
 * slashes. Of a file that occurs twice the first result stays, but for one without `detections`, which a later one replaces.
 *
 * @throws ParseError for files that don't belong together: another detector, classifier or version, other names for an id.
 */
export function combineMdResults(inputs: readonly MdResults[], options: CombineOptions = {}): MdResults {
  return finishPieces(combineMdResultsInPieces(inputs, options));
}

/** The same, giving way every few images. */
export function* combineMdResultsInPieces(
  inputs: readonly MdResults[],
  { requireUniqueness = true }: CombineOptions = {},
): Generator<void, MdResults> {
  let info: MdResults['info'] = {};
  const detectionCategories = new Map<string, string>();
  const classificationCategories = new Map<string, string>();
  const images = new Map<string, MdImage>();
  for (const [index, input] of inputs.entries()) {
    const where = `results[${index}]`;
    addNames(detectionCategories, input.detection_categories, `${where}: detection_categories`);
    addNames(classificationCategories, input.classification_categories ?? {}, `${where}: classification_categories`);
    for (const [at, image] of input.images.entries()) {
      addImage(images, image, requireUniqueness, where);
      if (at % IMAGES_PER_PIECE === 0) yield;
    }
    info = Object.keys(info).length === 0 ? input.info : joinInfo(info, input.info, `${where}: info`);
  }
  return {
    info,
    detection_categories: Object.fromEntries(detectionCategories),
    classification_categories: Object.fromEntries(classificationCategories),
    images: yield* sortInPieces([...images.values()], (a, b) => compareCodePoints(a.file, b.file)),
  };
}

function addNames(names: Map<string, string>, added: Readonly<Record<string, string>>, where: string): void {
  for (const [id, name] of Object.entries(added)) {
    const known = names.get(id);
    if (known !== undefined && known !== name) throw new ParseError(`${where}["${id}"]`, `"${known}"`, `"${name}"`);
    names.set(id, name);
  }
}

function addImage(images: Map<string, MdImage>, image: MdImage, requireUniqueness: boolean, where: string): void {
  const file = image.file.replaceAll('\\', '/');
  const known = images.get(file);
  if (known !== undefined && requireUniqueness) throw new ParseError(where, 'each file once', `"${file}" twice`);
  // A key without a value counts as there, so a failure in the newer form, `detections: null`, is not replaced.
  const isReplaced = known === undefined || ('detections' in image && !('detections' in known));
  if (isReplaced) images.set(file, { ...image, file });
}

function joinInfo(info: MdResults['info'], other: MdResults['info'], where: string): MdResults['info'] {
  for (const key of ['detector', 'format_version'] as const) {
    if (!(key in info) || !(key in other)) throw new ParseError(`${where}.${key}`, 'in every file', 'nothing');
    expectSame(info[key], other[key], `${where}.${key}`);
  }
  if (!('classifier' in other)) return info;
  if (!('classifier' in info)) return { ...info, classifier: other['classifier'] };
  expectSame(info['classifier'], other['classifier'], `${where}.classifier`);
  return info;
}

function expectSame(first: unknown, other: unknown, where: string): void {
  // Plain JSON; the reference compares with Python's ==, which for objects does not depend on the order either way.
  if (first !== other && JSON.stringify(first) !== JSON.stringify(other)) {
    throw new ParseError(where, given(first), given(other));
  }
}
