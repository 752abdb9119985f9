import { effectiveSizeOf, type SeenStratum } from './effective-size';
import { highestHiddenCount } from './highest-hidden-count';
import { wilsonInterval, type Confidence, type ShareInterval } from './proportion-interval';

/** What a person saw so far in one stratum of the blanks: `blanks` is all that the machine calls blank there. */
export interface StratumCount extends SeenStratum {
  /** Those of `looked` that are not blank. */
  readonly found: number;
}

/** How many of the images called blank are not. */
export interface MissedShare extends ShareInterval {
  /** The share among all blanks, 0 to 1; null before the first image. */
  readonly share: number | null;
  /**
   * `none`: there is nothing to estimate, no blank or none looked at. `complete`: every blank was looked at. `exact`:
   * none was found, and the upper bound is that of sampling without replacement. `score`: Wilson's interval.
   */
  readonly method: 'none' | 'complete' | 'exact' | 'score';
}

/**
 * The share of missed images, each stratum weighted by its size (Cochran 1977, Sampling Techniques, 5.3), with its
 * interval.
 *
 * Once something was found the interval is Wilson's with the effective sample size (Korn and Graubard 1998, Survey
 * Methodology 24:193; recommended by Franco et al. 2019, J. Surv. Stat. Methodol. 7:334). Its bounds go outwards to
 * whole images, and what was seen bounds them in any case: no lower than the finds, no higher than all but the blanks
 * seen. Yan and Su's interval (2010, Stat. Biopharm. Res. 2:329) was not taken: without a find it is undefined, and
 * with few images of each of many folders far too wide (two finds in 5 images of each of 40 folders: 0.3 to 29 % in
 * place of 0.3 to 3.5 %).
 */
export function estimateMissed(strata: readonly StratumCount[], confidence: Confidence): MissedShare {
  const all = sumOf(strata, 'blanks');
  const looked = sumOf(strata, 'looked');
  const found = sumOf(strata, 'found');
  if (looked === 0) return { share: null, low: 0, high: all === 0 ? 0 : 1, method: 'none' };
  if (looked === all) return { share: found / all, low: found / all, high: found / all, method: 'complete' };
  if (found === 0) {
    return { share: 0, low: 0, high: highestHiddenCount(strata, (1 - confidence) / 2) / all, method: 'exact' };
  }
  const share = weightedShare(strata);
  const { low, high } = wilsonInterval(share, effectiveSizeOf(strata), confidence);
  return {
    share,
    low: Math.max(Math.floor(low * all), found) / all,
    high: Math.min(Math.ceil(high * all), all - (looked - found)) / all,
    method: 'score',
  };
}

function sumOf(strata: readonly StratumCount[], part: keyof StratumCount): number {
  return strata.reduce((sum, stratum) => sum + stratum[part], 0);
}

function weightedShare(strata: readonly StratumCount[]): number {
  const seen = strata.filter(({ looked }) => looked > 0);
  const sum = seen.reduce((total, { blanks, looked, found }) => total + blanks * (found / looked), 0);
  return sum / sumOf(seen, 'blanks');
}
