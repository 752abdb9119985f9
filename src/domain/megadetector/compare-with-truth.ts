import { ParseError } from '../parse-error';
import type { BatchJudge, BatchSide, FullComparisonOptions, TruthBucket } from './batch-comparison';
import type { CctAnnotation, CctGroundTruth, CctImage } from './ground-truth';
import { mdIouOf } from './md-iou';
import type { MdDetection, MdImage } from './md-results';

/** What a result got right or wrong on one image: true and false positives, true and false negatives. */
type Finding = 'tp' | 'fp' | 'tn' | 'fn';
type Findings = ReadonlySet<Finding>;

/** Judges files whose truth is known. */
export interface TruthJudge {
  /** All files of the ground truth. */
  readonly files: ReadonlySet<string>;
  readonly buckets: readonly TruthBucket[];
  readonly judge: BatchJudge;
}

const BUCKETS: readonly TruthBucket[] = [
  'common_tp',
  'common_tn',
  'common_fp',
  'common_fn',
  'tp_a_only',
  'tp_b_only',
  'tn_a_only',
  'tn_b_only',
  'fpfn',
];
const CLEAN_BUCKETS: readonly TruthBucket[] = ['clean_tp_a_only', 'clean_tp_b_only'];

/**
 * Prepares ground truth for judging two results (megadetector 10.0.24, compare_batch_results). With a box anywhere in it boxes
 * are compared, otherwise the categories of an image. Here a conf must be above its limit. Throws ParseError when the
 * categories don't fit; judging throws for an image that failed, as the reference does.
 */
export function createTruthJudge(
  given: CctGroundTruth,
  a: BatchSide,
  b: BatchSide,
  options: FullComparisonOptions,
): TruthJudge {
  const truth = selected(given, options);
  const imageByFile = new Map(truth.images.map((image) => [image.file_name, image]));
  const annotations = annotationsByImage(truth);
  const findingsOf = truth.annotations.some(({ bbox }) => bbox !== undefined)
    ? createBoxFinder(truth, a, options)
    : createImageFinder(truth, a, options);
  const judge = (file: string, imageA: MdImage, imageB: MdImage): TruthBucket => {
    const image = imageByFile.get(file)!;
    const labels = annotations.get(image.id) ?? [];
    const findingsA = findingsOf(foundBoxes(file, imageA, a), labels, image);
    const findingsB = findingsOf(foundBoxes(file, imageB, b), labels, image);
    return bucketOf(findingsA, findingsB, options.hasCleanBuckets);
  };
  const buckets = options.hasCleanBuckets ? [...BUCKETS, ...CLEAN_BUCKETS] : BUCKETS;
  return { files: new Set(imageByFile.keys()), buckets, judge };
}

type Finder = (boxes: readonly MdDetection[], labels: readonly CctAnnotation[], image: CctImage) => Findings;

function selected(truth: CctGroundTruth, { requiredToken }: FullComparisonOptions): CctGroundTruth {
  if (requiredToken === null) return truth;
  const images = truth.images.filter(({ file_name }) => file_name.includes(requiredToken));
  const ids = new Set(images.map(({ id }) => id));
  return { ...truth, images, annotations: truth.annotations.filter(({ image_id }) => ids.has(image_id)) };
}

function annotationsByImage({ images, annotations }: CctGroundTruth): ReadonlyMap<unknown, readonly CctAnnotation[]> {
  const byImage = new Map<unknown, CctAnnotation[]>(images.map(({ id }) => [id, []]));
  for (const annotation of annotations) {
    const list = byImage.get(annotation.image_id);
    if (list === undefined) throw new ParseError('annotations', 'ids of images', `"${annotation.image_id}"`);
    list.push(annotation);
  }
  return byImage;
}

function foundBoxes(file: string, { detections }: MdImage, { confs }: BatchSide): readonly MdDetection[] {
  if (detections === undefined || detections === null) {
    throw new ParseError(`"${file}": detections`, 'a list, because its truth is known', 'none');
  }
  return detections.filter(({ category, conf }) => {
    const limit = confs.get(category);
    if (limit === undefined) throw new ParseError(`"${file}": category`, 'one of detection_categories', category);
    return conf > limit;
  });
}

function createBoxFinder({ categories }: CctGroundTruth, a: BatchSide, options: FullComparisonOptions): Finder {
  const idByName = new Map([...a.names].map(([id, name]) => [name, id]));
  const trueNames = new Set(categories.map(({ name }) => name));
  const isSame = trueNames.size === idByName.size && [...trueNames].every((name) => idByName.has(name));
  if (!options.isClassAgnostic && !isSame) {
    throw new ParseError('ground truth: categories', 'the detection categories', [...trueNames].join(', '));
  }
  const categoryById = new Map(categories.map(({ id, name }) => [id, idByName.get(name)]));
  const isMatch = (box: MdDetection, label: CctAnnotation, image: CctImage) => {
    if (!options.isClassAgnostic && categoryById.get(label.category_id) !== box.category) return false;
    return mdIouOf(box.bbox, fractionsOf(label.bbox!, image)) >= options.minIou;
  };
  return (boxes, labels, image) => {
    const truths = labels.filter(({ bbox }) => bbox !== undefined);
    const findings = new Set<Finding>();
    if (boxes.length === 0 && truths.length === 0) findings.add('tn');
    for (const box of boxes) findings.add(truths.some((label) => isMatch(box, label, image)) ? 'tp' : 'fp');
    for (const label of truths) if (!boxes.some((box) => isMatch(box, label, image))) findings.add('fn');
    return findings;
  };
}

function fractionsOf([x = NaN, y = NaN, w = NaN, h = NaN]: readonly number[], image: CctImage): readonly number[] {
  const { width = NaN, height = NaN } = image;
  return [x / width, y / height, w / width, h / height];
}

function createImageFinder({ categories }: CctGroundTruth, a: BatchSide, options: FullComparisonOptions): Finder {
  const nameById = new Map(categories.map(({ id, name }) => [id, name]));
  const isEmpty = (name: string) => options.emptyCategories.includes(name);
  if (!options.isClassAgnostic) expectFittingNames(new Set(nameById.values()), new Set(a.names.values()), isEmpty);
  return (boxes, labels, { file_name }) => {
    const found = new Set(boxes.map(({ category }) => nameOf(category, a.names)));
    const truths = new Set(labels.map(({ category_id }) => nameOf(category_id, nameById)));
    const findings = new Set<Finding>([...found].map((name) => (truths.has(name) ? 'tp' : 'fp')));
    for (const name of truths) {
      if (!isEmpty(name)) {
        if (!found.has(name)) findings.add('fn');
        continue;
      }
      findings.add(found.size > 0 ? 'fp' : 'tn');
      if (findings.size > 1 || ![...truths].every(isEmpty)) {
        throw new ParseError(`ground truth of "${file_name}"`, 'empty, or labels of something', 'both');
      }
    }
    return findings;
  };
}

function expectFittingNames(
  trueNames: ReadonlySet<string>,
  names: ReadonlySet<string>,
  isEmpty: (name: string) => boolean,
): void {
  const missing = [...names].find((name) => !trueNames.has(name));
  if (missing !== undefined) throw new ParseError('ground truth: categories', `"${missing}" too`, 'nothing');
  const extra = [...trueNames].find((name) => !isEmpty(name) && !names.has(name));
  if (extra !== undefined) throw new ParseError('ground truth: categories', 'detection categories', `"${extra}"`);
}

function nameOf<Id>(id: Id, names: ReadonlyMap<Id, string>): string {
  const name = names.get(id);
  if (name === undefined) throw new ParseError('category', 'one of the table', String(id));
  return name;
}

/** The reference's order of questions; the first that is answered yes decides. */
function bucketOf(a: Findings, b: Findings, hasCleanBuckets: boolean): TruthBucket {
  if (isOnly(a, 'tp') && isOnly(b, 'tp')) return 'common_tp';
  if (isOnly(a, 'tn') && isOnly(b, 'tn')) return 'common_tn';
  if (a.has('fp') && b.has('fp') && !a.has('fn') && !b.has('fn')) return 'common_fp';
  if (a.has('fn') && b.has('fn') && !a.has('fp') && !b.has('fp')) return 'common_fn';
  if (isOnly(a, 'tp')) {
    if (hasCleanBuckets && isOnly(b, 'fn')) return 'clean_tp_a_only';
    if (b.has('fn') || b.has('fp')) return 'tp_a_only';
  }
  if (isOnly(b, 'tp')) {
    if (hasCleanBuckets && isOnly(a, 'fn')) return 'clean_tp_b_only';
    if (a.has('fn') || a.has('fp')) return 'tp_b_only';
  }
  if (a.has('tn') && b.has('fp')) return 'tn_a_only';
  if (b.has('tn') && a.has('fp')) return 'tn_b_only';
  return 'fpfn';
}

function isOnly(findings: Findings, finding: Finding): boolean {
  return findings.size === 1 && findings.has(finding);
}
