import { DEFAULT_COMPARISON_RULES, type ComparisonRules } from './comparison/compare-images';
import { matchPaths, type PathMatches } from './comparison/match-paths';
import type { FactDifference } from './fact-differences';
import type { Inference } from './inference';
import { decideMerge, sha256Of, type WantedFacts } from './merge-decision';
import { mergeRefusalOf, type MergeRefusal } from './merge-refusal';
import type { SurveyFileImage, SurveyFilePackage } from './survey-file';

/** One computer's survey: what made its facts, and its images. */
export interface MergeSide {
  readonly package: SurveyFilePackage | null;
  readonly images: Iterable<SurveyFileImage>;
}

/** Whose facts a conflict ends with. */
export type MergeChoice = 'mine' | 'theirs';

/** How conflicts end, and what is merged. */
export interface MergeOptions {
  /** `all`. */
  readonly wanted?: WantedFacts;
  /** Of conflicts without a choice of their own. `mine`. */
  readonly prefer?: MergeChoice;
  /** By my filepath. */
  readonly choices?: ReadonlyMap<string, MergeChoice>;
  /** From where on facts differ; what is not given is as in comparisons. */
  readonly rules?: Partial<ComparisonRules>;
}

/** What becomes of one image of theirs. `filepath` is mine; `hasMoved`: found by its content under another path. */
export type MergeOutcome =
  | (MergedImage & { readonly kind: 'taken'; readonly inference: Inference })
  | (MergedImage & { readonly kind: 'kept'; readonly reason: 'equal' | 'theirs-has-less' })
  | (MergedImage & {
      readonly kind: 'conflict';
      readonly differences: readonly FactDifference[];
      readonly choice: MergeChoice;
      /** To be stored; null when mine is kept. */
      readonly inference: Inference | null;
    })
  | { readonly kind: 'unknown'; readonly theirFilepath: string };

/** An image that both sides have. */
export interface MergedImage {
  readonly filepath: string;
  readonly theirFilepath: string;
  readonly hasMoved: boolean;
}

/** A whole merge, without its single images. */
export interface MergeSummary {
  /** Not null: nothing was merged, and this is why. */
  readonly refusal: MergeRefusal | null;
  readonly counts: Readonly<Record<MergeOutcome['kind'] | 'moved', number>>;
  /** Prefixes of mine (A) and theirs (B), when paths were only the same without them. */
  readonly paths: Pick<PathMatches, 'method' | 'prefixA' | 'prefixB'> | null;
}

const IMAGES_PER_PIECE = 200;

/**
 * Brings the facts of another computer into a survey: pieces of outcomes in the order of theirs, then the numbers. Images are
 * matched by path, those with an unknown path by the hash of their content. Nothing is changed here: `inference` of taken images
 * and of conflicts that end with theirs is what the caller stores, under my filepath.
 *
 * Facts of a package with other labels or of another type are refused as a whole, unless only detections are wanted.
 */
export function* mergeFacts(
  mine: MergeSide,
  theirs: MergeSide,
  options: MergeOptions = {},
): Generator<readonly MergeOutcome[], MergeSummary> {
  const { wanted = 'all' } = options;
  const counts = { taken: 0, kept: 0, conflict: 0, unknown: 0, moved: 0 };
  const refusal = wanted === 'all' ? mergeRefusalOf(mine.package, theirs.package) : null;
  if (refusal !== null) return { refusal, counts, paths: null };
  const merge = createMerge(options, wanted);
  const myImages = yield* byFilepath(mine.images);
  const theirImages = yield* byFilepath(theirs.images);
  const { pairs, ...paths } = yield* quietly(matchPaths(theirImages.keys(), myImages.keys()));
  const movedTo = yield* findMoved(myImages, theirImages, pairs);
  let piece: MergeOutcome[] = [];
  for (const image of theirImages.values()) {
    const theirFilepath = image.listed.filepath;
    const filepath = pairs.get(theirFilepath) ?? movedTo.get(theirFilepath) ?? null;
    const outcome: MergeOutcome =
      filepath === null
        ? { kind: 'unknown', theirFilepath }
        : merge(myImages.get(filepath)!, image, movedTo.has(theirFilepath));
    counts[outcome.kind]++;
    if (outcome.kind !== 'unknown' && outcome.hasMoved) counts.moved++;
    piece.push(outcome);
    if (piece.length < IMAGES_PER_PIECE) continue;
    yield piece;
    piece = [];
  }
  yield piece;
  return { refusal: null, counts, paths: { method: paths.method, prefixA: paths.prefixB, prefixB: paths.prefixA } };
}

type Images = ReadonlyMap<string, SurveyFileImage>;
type Quiet<Result> = Generator<readonly MergeOutcome[], Result>;

function* byFilepath(images: Iterable<SurveyFileImage>): Quiet<Images> {
  const map = new Map<string, SurveyFileImage>();
  for (const image of images) {
    map.set(image.listed.filepath, image);
    if (map.size % IMAGES_PER_PIECE === 0) yield [];
  }
  return map;
}

function* quietly<Result>(pieces: Generator<void, Result>): Quiet<Result> {
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
    yield [];
  }
}

/** Their images with an unknown path whose content is one of mine that nothing else was matched with. */
function* findMoved(
  mine: Images,
  theirs: Images,
  pairs: ReadonlyMap<string, string>,
): Quiet<ReadonlyMap<string, string>> {
  const matched = new Set<string>();
  let count = 0;
  for (const filepath of pairs.values()) {
    matched.add(filepath);
    if (++count % IMAGES_PER_PIECE === 0) yield [];
  }
  const freeByHash = new Map<string, string[]>();
  for (const [filepath, image] of mine) {
    if (++count % IMAGES_PER_PIECE === 0) yield [];
    const hash = matched.has(filepath) ? null : sha256Of(image);
    if (hash === null) continue;
    const files = freeByHash.get(hash);
    if (files === undefined) freeByHash.set(hash, [filepath]);
    else files.push(filepath);
  }
  const moved = new Map<string, string>();
  for (const [filepath, image] of theirs) {
    if (++count % IMAGES_PER_PIECE === 0) yield [];
    const hash = pairs.has(filepath) ? null : sha256Of(image);
    const mineFilepath = hash === null ? undefined : freeByHash.get(hash)?.shift();
    if (mineFilepath !== undefined) moved.set(filepath, mineFilepath);
  }
  return moved;
}

function createMerge({ prefer = 'mine', choices, rules: given }: MergeOptions, wanted: WantedFacts) {
  const rules: ComparisonRules = { ...DEFAULT_COMPARISON_RULES, ...given };
  return (mine: SurveyFileImage, theirs: SurveyFileImage, hasMoved: boolean): MergeOutcome => {
    const { filepath } = mine.listed;
    const image: MergedImage = { filepath, theirFilepath: theirs.listed.filepath, hasMoved };
    const decision = decideMerge(mine, theirs, rules, wanted);
    if (decision.kind === 'kept') return { ...image, ...decision };
    const inference = { ...decision.inference, filepath };
    if (decision.kind === 'taken') return { ...image, kind: 'taken', inference };
    const choice = choices?.get(filepath) ?? prefer;
    return { ...image, ...decision, choice, inference: choice === 'theirs' ? inference : null };
  };
}
