import type { ComparisonRules } from './comparison/compare-images';
import { factDifferences, type FactDifference } from './fact-differences';
import type { Inference } from './inference';
import type { SurveyFileImage } from './survey-file';

/** Which facts are merged. `detections`: boxes only, whatever classifier saw them. */
export type WantedFacts = 'all' | 'detections';

/** What becomes of one image that both sides have. `inference` is theirs, as far as it is wanted. */
export type MergeDecision =
  | { readonly kind: 'taken'; readonly inference: Inference }
  | { readonly kind: 'kept'; readonly reason: 'equal' | 'theirs-has-less' }
  | { readonly kind: 'conflict'; readonly differences: readonly FactDifference[]; readonly inference: Inference };

/**
 * Decides by the facts alone. Other content under the same path is a conflict whatever the facts. Otherwise the side with fewer
 * failures wins; when both have as much, equal facts within the tolerances stay mine, and others are a conflict.
 */
export function decideMerge(
  mine: SurveyFileImage,
  theirs: SurveyFileImage,
  rules: ComparisonRules,
  wanted: WantedFacts,
): MergeDecision {
  const myFacts = wantedFacts(mine.inference, wanted);
  const inference = wantedFacts(theirs.inference, wanted);
  if (inference === null) return { kind: 'kept', reason: 'theirs-has-less' };
  const file = fileDifference(mine, theirs);
  if (file !== null) return { kind: 'conflict', differences: [file], inference };
  const [rank, theirRank] = [completenessOf(myFacts), completenessOf(inference)];
  if (myFacts === null || theirRank > rank) return { kind: 'taken', inference };
  if (theirRank < rank) return { kind: 'kept', reason: 'theirs-has-less' };
  const differences = rank === ONLY_FAILURE ? [] : factDifferences(myFacts, inference, rules);
  return differences.length === 0 ? { kind: 'kept', reason: 'equal' } : { kind: 'conflict', differences, inference };
}

/** Facts as far as they are wanted; without classes a classifier's failure is none. */
export function wantedFacts(inference: Inference | null, wanted: WantedFacts): Inference | null {
  if (inference === null || wanted === 'all') return inference;
  const { failures, problem } = inference;
  return {
    ...inference,
    crops: {},
    failures: failures.filter((failure) => failure !== 'CLASSIFIER'),
    problem: problem?.code === 'classifier-failed' ? null : problem,
  };
}

/** The content's hash, when it is known. */
export function sha256Of(image: SurveyFileImage): string | null {
  return image.inference?.sha256 ?? null;
}

function fileDifference(mine: SurveyFileImage, theirs: SurveyFileImage): FactDifference | null {
  const [hash, theirHash] = [sha256Of(mine), sha256Of(theirs)];
  if (hash !== null && theirHash !== null) return hash === theirHash ? null : { kind: 'file', by: 'sha256' };
  const [size, theirSize] = [mine.listed.size, theirs.listed.size];
  return size === theirSize || size === 0 || theirSize === 0 ? null : { kind: 'file', by: 'size' };
}

const NOTHING = 0;
const ONLY_FAILURE = 1;
const PARTIAL = 2;
const COMPLETE = 3;

function completenessOf(inference: Inference | null): number {
  if (inference === null) return NOTHING;
  if (inference.failures.length === 0) return COMPLETE;
  return inference.detections !== null || Object.keys(inference.crops).length > 0 ? PARTIAL : ONLY_FAILURE;
}
