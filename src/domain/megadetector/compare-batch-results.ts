import { ParseError } from '../parse-error';
import { compareCodePoints } from '../python-text';
import type {
  AgreementBucket,
  BatchComparisonOptions,
  BatchJudge,
  BatchSide,
  ConfThresholds,
  FullComparisonOptions,
  TruthBucket,
} from './batch-comparison';
import { AGREEMENT_BUCKETS, createAgreementJudge } from './compare-agreement';
import { createTruthJudge } from './compare-with-truth';
import type { MdImage, MdResults } from './md-results';

const DEFAULTS: FullComparisonOptions = {
  confsA: { default: 0.15 },
  confsB: { default: 0.15 },
  isClassAgnostic: false,
  categoryNames: null,
  requiredToken: null,
  files: null,
  isListEqualityRequired: true,
  groundTruth: null,
  minIou: 0.5,
  emptyCategories: ['empty', 'blank', 'misfire'],
  hasCleanBuckets: true,
};

/**
 * The bucket of each file (megadetector 10.0.24, compare_batch_results, without its pictures): whether both results, only one or
 * none found something, or with ground truth who was right. Files whose result failed on either side are left out; so are
 * those with a box of an unknown category. All buckets are there, the files in A's order, with ground truth by path.
 *
 * @throws ParseError where the reference stops: lists that differ, other categories, failures beside ground truth.
 */
export function compareBatchResults(
  resultsA: MdResults,
  resultsB: MdResults,
  given: BatchComparisonOptions = {},
): Readonly<Partial<Record<AgreementBucket | TruthBucket, readonly string[]>>> {
  const options: FullComparisonOptions = { ...DEFAULTS, ...given };
  const imagesA = imagesOf(resultsA, options);
  const imagesB = imagesOf(resultsB, options);
  const a = sideOf(resultsA, imagesA, options.confsA);
  const b = sideOf(resultsB, imagesB, options.confsB);
  if (!options.isClassAgnostic) expectSameNames(a.names, b.names);
  expectSameFiles(imagesA, imagesB, options);
  const listed = options.files ?? imagesA.map(({ file }) => file);
  const truth = options.groundTruth === null ? null : createTruthJudge(options.groundTruth, a, b, options);
  const files = truth === null ? listed : commonFiles(listed, truth.files, options);
  const judge: BatchJudge = truth?.judge ?? createAgreementJudge(a, b, options);

  const buckets = new Map((truth?.buckets ?? AGREEMENT_BUCKETS).map((bucket) => [bucket, new Set<string>()]));
  for (const file of files) {
    const imageA = a.images.get(file);
    const imageB = b.images.get(file);
    if (imageB === undefined && !options.isListEqualityRequired) continue;
    if (imageA === undefined || imageB === undefined)
      throw new ParseError('files', 'files of both results', `"${file}"`);
    const bucket = judge(imageA, imageB);
    if (bucket !== null) buckets.get(bucket)!.add(file);
  }
  return Object.fromEntries([...buckets].map(([bucket, names]) => [bucket, [...names]]));
}

function imagesOf({ images }: MdResults, { requiredToken }: FullComparisonOptions): readonly MdImage[] {
  const slashed = images.map((image) => ({ ...image, file: image.file.replaceAll('\\', '/') }));
  return requiredToken === null ? slashed : slashed.filter(({ file }) => file.includes(requiredToken));
}

function sideOf({ detection_categories }: MdResults, images: readonly MdImage[], confs: ConfThresholds): BatchSide {
  const names = new Map(Object.entries(detection_categories));
  const confOf = (name: string) => {
    const conf = Object.hasOwn(confs, name) ? confs[name] : confs['default'];
    if (conf === undefined) throw new ParseError('confs', `a number for "${name}" or "default"`, 'nothing');
    return conf;
  };
  return {
    images: new Map(images.map((image) => [image.file, image])),
    names,
    confs: new Map([...names].map(([id, name]) => [id, confOf(name)])),
  };
}

function expectSameNames(a: BatchSide['names'], b: BatchSide['names']): void {
  if (a.size === b.size && [...a].every(([id, name]) => b.get(id) === name)) return;
  throw new ParseError('detection_categories', 'the same in both results', 'others in B');
}

function expectSameFiles(a: readonly MdImage[], b: readonly MdImage[], options: FullComparisonOptions): void {
  const filesOfB = new Set(b.map(({ file }) => file));
  if (filesOfB.size !== b.length) throw new ParseError('images of B', 'each file once', 'one twice');
  if (!options.isListEqualityRequired) return;
  if (a.length !== b.length) throw new ParseError('images of B', String(a.length), String(b.length));
  const missing = a.find(({ file }) => !filesOfB.has(file));
  if (missing !== undefined) throw new ParseError('images of B', `"${missing.file}" too`, 'nothing');
}

function commonFiles(
  listed: readonly string[],
  known: ReadonlySet<string>,
  options: FullComparisonOptions,
): readonly string[] {
  const common = [...new Set(listed)].filter((file) => known.has(file));
  if (common.length === 0) throw new ParseError('ground truth', 'some of the files', 'none');
  if (options.isListEqualityRequired && common.length < known.size) {
    throw new ParseError('ground truth', 'only files of the results', 'others too');
  }
  return common.sort(compareCodePoints);
}
