/** How sure an interval is, both sides together. */
export type Confidence = 0.9 | 0.95 | 0.99;

/** A range of shares, 0 to 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's quantile at (1 + confidence) / 2 (scipy 1.17.1, norm.ppf). */
export const NORMAL_QUANTILES: Readonly<Record<Confidence, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};

/**
 * Wilson's score interval (Wilson 1927, JASA 22:209) for a share that was seen among so many; `looked` need not be
 * whole, and may be infinite: then nothing is uncertain. With nothing looked at it is 0 to 1.
 */
export function wilsonInterval(share: number, looked: number, confidence: Confidence): ShareInterval {
  if (looked === 0) return { low: 0, high: 1 };
  const halfSquare = NORMAL_QUANTILES[confidence] ** 2 / (2 * looked);
  const centre = (share + halfSquare) / (1 + 2 * halfSquare);
  const reach = Math.sqrt(2 * halfSquare * share * (1 - share) + halfSquare ** 2) / (1 + 2 * halfSquare);
  return { low: share === 0 ? 0 : centre - reach, high: share === 1 ? 1 : centre + reach };
}

/**
 * Clopper and Pearson's exact interval (1934, Biometrika 26:404) for `found` among `looked`, whole numbers: no share
 * outside it makes what was seen likelier than half of what the confidence leaves. With nothing looked at it is 0 to 1.
 */
export function clopperPearsonInterval(found: number, looked: number, confidence: Confidence): ShareInterval {
  const tail = (1 - confidence) / 2;
  // None found, the bound is in closed form: (1 - high) ^ looked = tail.
  const high = found === looked ? 1 : shareAtWhich((share) => chanceOfAtMost(found, looked, share) < tail);
  const low = found === 0 ? 0 : shareAtWhich((share) => chanceOfAtMost(looked - found, looked, 1 - share) >= tail);
  return { low, high };
}

/** The share at which an answer turns from no to yes, by halving until doubles end. */
function shareAtWhich(isReached: (share: number) => boolean): number {
  let [no, yes] = [0, 1];
  for (;;) {
    const middle = (no + yes) / 2;
    if (middle === no || middle === yes) return middle;
    if (isReached(middle)) yes = middle;
    else no = middle;
  }
}

/**
 * The binomial chance of at most `found`, added up in logarithms of ratios so that nothing underflows before its time.
 */
function chanceOfAtMost(found: number, looked: number, share: number): number {
  let logarithm = looked * Math.log1p(-share);
  let chance = Math.exp(logarithm);
  for (let count = 1; count <= found; count++) {
    logarithm += Math.log((looked - count + 1) / count) + Math.log(share) - Math.log1p(-share);
    chance += Math.exp(logarithm);
  }
  return chance;
}
