import {
  addDetection,
  hasDetection,
  type DetectionRef,
  type DetectionSet,
  type OpenDetectionSet,
} from './detection-set';
import type { RepeatStack } from './repeat-stacks';

/** What a person says of a stack: `rejected` = nothing that counts, `kept` = real, leave it alone. */
export type RepeatVerdict = 'rejected' | 'kept';

/** What a person decided about the stacks of a survey. */
export interface RepeatDecisions {
  /** By the stack's id. Nothing happens to a stack that is not here: it is undecided. */
  readonly verdicts: ReadonlyMap<string, RepeatVerdict>;
  /** Members that are kept although their stack is rejected: the animal that once stood just there. */
  readonly spared: DetectionSet;
}

/** As much of a stack as a decision needs. */
export type DecidableStack = Pick<RepeatStack, 'id' | 'members'>;

/** So many members are looked at between two yields: well below 10 ms. */
const PIECE = 2000;

/**
 * The detections that the decisions reject; facts stay as they are. A detection in a kept and in a rejected stack is kept, as
 * are spared ones: to lose an animal is worse than to look at a branch once more. (In the reference it would be rejected.)
 * Yields every few thousand members. Stacks of different cameras share no detection: one camera can be done alone.
 */
export function* applyRepeatDecisions(
  stacks: Iterable<DecidableStack>,
  { verdicts, spared }: RepeatDecisions,
): Generator<void, DetectionSet> {
  const decided = [...stacks];
  const kept = yield* membersWith('kept', decided, verdicts, () => true);
  return yield* membersWith('rejected', decided, verdicts, (member) => {
    return !hasDetection(kept, member) && !hasDetection(spared, member);
  });
}

function* membersWith(
  verdict: RepeatVerdict,
  stacks: readonly DecidableStack[],
  verdicts: ReadonlyMap<string, RepeatVerdict>,
  isTaken: (member: DetectionRef) => boolean,
): Generator<void, DetectionSet> {
  const set: OpenDetectionSet = new Map();
  let looked = 0;
  for (const { id, members } of stacks) {
    if (verdicts.get(id) !== verdict) continue;
    for (const member of members) {
      if (isTaken(member)) addDetection(set, member);
      if (++looked % PIECE === 0) yield;
    }
  }
  return set;
}
