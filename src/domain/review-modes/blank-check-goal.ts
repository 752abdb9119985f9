import { effectiveSizeOf } from './effective-size';
import { highestHiddenCount } from './highest-hidden-count';
import { wilsonInterval, type Confidence, type ShareInterval } from './proportion-interval';

/**
 * When a person may stop looking at blanks. `highest`: the interval's upper bound is no higher than `share`;
 * `half-width`: half the interval is no wider. Shares are 0 to 1.
 */
export interface BlankCheckGoal {
  readonly of: 'highest' | 'half-width';
  readonly share: number;
}

/**
 * True when the interval is as tight as was wished. Whoever stops at the first time that it is has looked at his
 * interval many times, so that it holds a little less often than its confidence says; a size planned beforehand does
 * not have that flaw.
 */
export function isTightEnough({ low, high }: ShareInterval, { of, share }: BlankCheckGoal): boolean {
  return (of === 'highest' ? high : (high - low) / 2) <= share;
}

/** What a plan of a blank check starts from. */
export interface BlankCheckPlan {
  /** How many images the machine calls blank, and in how many strata. */
  readonly blanks: number;
  readonly strata: number;
  /**
   * The share of missed images that the person expects, 0 to 1; a half plans for the worst when the half-width counts.
   */
  readonly expectedShare: number;
  readonly goal: BlankCheckGoal;
  readonly confidence: Confidence;
}

/**
 * The fewest images to look at so that the goal is reached if the expected share is what is found, at least one of each
 * stratum. A goal that cannot be reached before, such as an upper bound below the expected share, takes all blanks. The
 * interval is that of `estimateMissed` for a simple random sample, but for its whole images. For a half-width and a
 * share about a half this is nearly Cochran's n = n₀ / (1 + (n₀ − 1) / N) with n₀ = z² p (1 − p) / d² (1977, Sampling
 * Techniques, 4.4).
 */
export function planBlankCheck(plan: BlankCheckPlan): number {
  let [tooFew, enough] = [0, plan.blanks];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isTightEnough(plannedInterval(plan, middle), plan.goal)) enough = middle;
    else tooFew = middle;
  }
  return Math.max(enough, Math.min(plan.strata, plan.blanks));
}

function plannedInterval({ blanks, expectedShare, confidence }: BlankCheckPlan, looked: number): ShareInterval {
  const one = [{ blanks, looked }];
  if (expectedShare > 0) return wilsonInterval(expectedShare, effectiveSizeOf(one), confidence);
  return { low: 0, high: highestHiddenCount(one, (1 - confidence) / 2) / blanks };
}
