import { importedInference, type LabelNumbers } from '../../domain/imported-inference';
import type { ClassScores, Inference } from '../../domain/inference';
import { mergeFacts, type MergeOutcome, type MergeSide, type MergeSummary } from '../../domain/merge-facts';
import type { WantedFacts } from '../../domain/merge-decision';
import type { ResultRecord } from '../../domain/parse-result-record';
import { isTheirsNewer } from '../../domain/review/merge-reviews';
import type { RunMode, Survey } from '../../domain/survey';
import type { SurveyFileHeader, SurveyFileImage, SurveyFilePackage } from '../../domain/survey-file';
import type { ReviewChange } from '../../storage/review-store';
import type { SurveyImage } from './app-state';
import type { MergePlan } from './merge-view';

/** What mergeFacts decided of every image of theirs. */
export interface MergeResult {
  readonly outcomes: readonly MergeOutcome[];
  readonly summary: MergeSummary;
}

const IMAGES_PER_PIECE = 500;

/**
 * Compares the facts of both sides. Conflicts come with their facts, whatever the person chooses later. Steps give way.
 */
export function* planMerge(mine: MergeSide, theirs: MergeSide, wanted: WantedFacts): Generator<unknown, MergeResult> {
  const outcomes: MergeOutcome[] = [];
  const pieces = mergeFacts(mine, theirs, { wanted, prefer: 'theirs' });
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { outcomes, summary: piece.value };
    for (const outcome of piece.value) outcomes.push(outcome);
    yield;
  }
}

/** The open survey's images as a side of a merge. */
export function* mergeImagesOf(images: readonly SurveyImage[]): Generator<SurveyFileImage> {
  for (const { filepath, size, inference } of images) {
    yield { inference, listed: { filepath, size, lastModified: 0 } };
  }
}

/** A file's package without the labels of imported results, which its settings name. */
export function ownPackageOf({ package: made, settings }: SurveyFileHeader): SurveyFilePackage | null {
  if (made === null || 'sha256' in made.labels) return made;
  return { ...made, labels: made.labels.slice(0, made.labels.length - extraLabelsOf(settings, made.labels).length) };
}

/** Labels that a survey file's imported results brought along: the last ones of its list, or none. */
function extraLabelsOf(settings: SurveyFileHeader['settings'], labels: readonly string[]): readonly string[] {
  const extra = settings['extraLabels'];
  if (!Array.isArray(extra) || extra.length > labels.length) return [];
  const tail = labels.slice(labels.length - extra.length);
  return tail.every((label, index) => label === extra[index]) ? tail : [];
}

/**
 * Their images with class numbers of this survey. Only labels of imported results have other numbers: those of the package are the
 * same, or the merge is refused.
 */
export function* renumbered(
  images: readonly SurveyFileImage[],
  labels: readonly string[],
  packageLabels: number,
  numbers: LabelNumbers,
): Generator<void, readonly SurveyFileImage[]> {
  if (labels.length === packageLabels) return images;
  const numberOf = (index: number) => (index < packageLabels ? index : numbers.numberOf(labels[index]!));
  const result: SurveyFileImage[] = [];
  for (const image of images) {
    const { inference } = image;
    result.push(inference === null ? image : { ...image, inference: withNumbers(inference, numberOf) });
    if (result.length % IMAGES_PER_PIECE === 0) yield;
  }
  return result;
}

function withNumbers(inference: Inference, numberOf: (index: number) => number): Inference {
  const renumber = ({ classes, scores, targets }: ClassScores): ClassScores => ({
    classes: classes.map(numberOf),
    scores,
    ...(targets !== undefined && { targets: { classes: targets.classes.map(numberOf), logits: targets.logits } }),
  });
  const crops = Object.entries(inference.crops as Readonly<Record<string, ClassScores>>);
  return { ...inference, crops: Object.fromEntries(crops.map(([key, scores]) => [key, renumber(scores)])) };
}

/** What facts from a predictions file are numbered and keyed by. */
export interface PredictionsReader {
  readonly survey: Pick<Survey, 'settings'>;
  readonly packageType: SurveyFilePackage['type'];
  readonly numbers: LabelNumbers;
}

/** The entries of a predictions file as images; those that failed have no facts. Of several of one path the last counts. */
export function* imagesOfPredictions(
  records: readonly ResultRecord[],
  { survey, packageType, numbers }: PredictionsReader,
): Generator<void, readonly SurveyFileImage[]> {
  const { mode } = survey.settings;
  const images = new Map<string, SurveyFileImage>();
  for (const [index, record] of records.entries()) {
    const { filepath, hasFailed } = record;
    const inference = hasFailed ? null : importedInference(filepath, record, { packageType, mode }, numbers);
    images.set(filepath, { inference, listed: { filepath, size: 0, lastModified: 0 } });
    if (index % IMAGES_PER_PIECE === 0) yield;
  }
  return [...images.values()];
}

/**
 * What of theirs can be used in a run of mode `mine`: everything of the same mode, the boxes alone where only boxes are wanted,
 * else nothing.
 */
export function wantedOf(mine: RunMode, theirs: RunMode): WantedFacts | null {
  if (mine === theirs) return 'all';
  return mine === 'detections' && (theirs === 'species' || theirs === 'ensemble') ? 'detections' : null;
}

/** Their facts as they are stored here. A result file knows nothing of the photo itself: what is known here of it stays. */
export function storedFact(theirs: Inference, mine: Inference | null): Inference {
  if (theirs.isImported !== true || mine === null) return theirs;
  const { size, capturedAt, location, sha256 } = mine;
  return {
    ...theirs,
    size: theirs.size ?? size,
    capturedAt: theirs.capturedAt ?? capturedAt,
    ...(theirs.location === undefined && location !== undefined && { location }),
    ...(theirs.sha256 === undefined && sha256 !== undefined && { sha256 }),
  };
}

/** What people there say of images that are here too, where nobody here has said anything, or only earlier. */
export function* reviewChangesOf(
  outcomes: readonly MergeOutcome[],
  theirs: readonly SurveyFileImage[],
  mineOf: (filepath: string) => SurveyImage | null,
): Generator<void, readonly ReviewChange[]> {
  const theirReviews = new Map(theirs.map(({ listed, review }) => [listed.filepath, review ?? null]));
  const changes: ReviewChange[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (index % IMAGES_PER_PIECE === 0) yield;
    const said = outcome.kind === 'unknown' ? null : (theirReviews.get(outcome.theirFilepath) ?? null);
    if (outcome.kind === 'unknown' || said === null) continue;
    const { filepath } = outcome;
    const before = mineOf(filepath)?.review ?? null;
    if (isTheirsNewer({ mine: before, theirs: said })) changes.push({ filepath, before, after: { ...said, filepath } });
  }
  return changes;
}

/** What a merge would do, for the screen. */
export function planOf(
  fileName: string,
  { surveyName, labels, adoptedPackage }: Pick<MergePlan, 'surveyName' | 'labels' | 'adoptedPackage'>,
  { outcomes, summary }: MergeResult,
  reviews: number,
): MergePlan {
  const kept = { equal: 0, 'theirs-has-less': 0 };
  for (const outcome of outcomes) if (outcome.kind === 'kept') kept[outcome.reason]++;
  return {
    fileName,
    surveyName,
    counts: {
      taken: summary.counts.taken,
      equal: kept.equal,
      less: kept['theirs-has-less'],
      conflicts: summary.counts.conflict,
      unknown: summary.counts.unknown,
      moved: summary.counts.moved,
      reviews,
    },
    conflicts: outcomes.flatMap((outcome) =>
      outcome.kind === 'conflict' ? [{ ...outcome, theirs: outcome.inference! }] : [],
    ),
    unknown: outcomes.flatMap((outcome) => (outcome.kind === 'unknown' ? [outcome.theirFilepath] : [])),
    paths: summary.paths,
    labels,
    adoptedPackage,
  };
}
