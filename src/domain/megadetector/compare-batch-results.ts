import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import { compareCodePoints } from '../python-text';
import { sortInPieces } from '../sort-in-pieces';
import type {
  BatchComparisonOptions,
  BatchJudge,
  BatchSide,
  ConfThresholds,
  FileBuckets,
  FullComparisonOptions,
} from './batch-comparison';
import { AGREEMENT_BUCKETS, createAgreementJudge } from './compare-agreement';
import { createTruthJudge } from './compare-with-truth';
import type { MdImage, MdResults } from './md-results';

const IMAGES_PER_PIECE = 500;

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
export function compareBatchResults(a: MdResults, b: MdResults, options: BatchComparisonOptions = {}): FileBuckets {
  return finishPieces(compareBatchResultsInPieces(a, b, options));
}

/** The same, giving way every few images. */
export function* compareBatchResultsInPieces(
  resultsA: MdResults,
  resultsB: MdResults,
  given: BatchComparisonOptions = {},
): Generator<void, FileBuckets> {
  const options: FullComparisonOptions = { ...DEFAULTS, ...given };
  const a = yield* sideOf(resultsA, options.confsA, options);
  const b = yield* sideOf(resultsB, options.confsB, options);
  if (!options.isClassAgnostic) expectSameNames(a.names, b.names);
  expectSameFiles(a, b, options);
  const listed = options.files ?? a.files;
  const truth = options.groundTruth === null ? null : createTruthJudge(options.groundTruth, a, b, options);
  const files = truth === null ? listed : yield* commonFiles(listed, truth.files, options);
  const judge: BatchJudge = truth?.judge ?? createAgreementJudge(a, b, options);

  const buckets = new Map((truth?.buckets ?? AGREEMENT_BUCKETS).map((bucket) => [bucket, new Set<string>()]));
  for (const [index, file] of files.entries()) {
    if (index % IMAGES_PER_PIECE === 0) yield;
    const imageA = a.images.get(file);
    const imageB = b.images.get(file);
    if (imageB === undefined && !options.isListEqualityRequired) continue;
    if (imageA === undefined || imageB === undefined) {
      throw new ParseError('files', 'files of both results', `"${file}"`);
    }
    const bucket = judge(file, imageA, imageB);
    if (bucket !== null) buckets.get(bucket)!.add(file);
  }
  return Object.fromEntries([...buckets].map(([bucket, names]) => [bucket, [...names]]));
}

function* sideOf(
  { images, detection_categories }: MdResults,
  confs: ConfThresholds,
  { requiredToken }: FullComparisonOptions,
): Generator<void, BatchSide> {
  const names = new Map(Object.entries(detection_categories));
  const confOf = (name: string) => {
    const conf = Object.hasOwn(confs, name) ? confs[name] : confs['default'];
    if (conf === undefined) throw new ParseError('confs', `a number for "${name}" or "default"`, 'nothing');
    return conf;
  };
  const files: string[] = [];
  const byFile = new Map<string, MdImage>();
  for (const [index, image] of images.entries()) {
    if (index % IMAGES_PER_PIECE === 0) yield;
    const file = image.file.replaceAll('\\', '/');
    if (requiredToken !== null && !file.includes(requiredToken)) continue;
    files.push(file);
    byFile.set(file, image);
  }
  return { files, images: byFile, names, confs: new Map([...names].map(([id, name]) => [id, confOf(name)])) };
}

function expectSameNames(a: BatchSide['names'], b: BatchSide['names']): void {
  if (a.size === b.size && [...a].every(([id, name]) => b.get(id) === name)) return;
  throw new ParseError('detection_categories', 'the same in both results', 'others in B');
}

function expectSameFiles(a: BatchSide, b: BatchSide, options: FullComparisonOptions): void {
  if (b.images.size !== b.files.length) throw new ParseError('images of B', 'each file once', 'one twice');
  if (!options.isListEqualityRequired) return;
  if (a.files.length !== b.files.length) {
    throw new ParseError('images of B', String(a.files.length), String(b.files.length));
  }
  const missing = a.files.find((file) => !b.images.has(file));
  if (missing !== undefined) throw new ParseError('images of B', `"${missing}" too`, 'nothing');
}

function* commonFiles(
  listed: readonly string[],
  known: ReadonlySet<string>,
  options: FullComparisonOptions,
): Generator<void, readonly string[]> {
  const common = [...new Set(listed)].filter((file) => known.has(file));
  if (common.length === 0) throw new ParseError('ground truth', 'some of the files', 'none');
  if (options.isListEqualityRequired && common.length < known.size) {
    throw new ParseError('ground truth', 'only files of the results', 'others too');
  }
  return yield* sortInPieces(common, compareCodePoints);
}
