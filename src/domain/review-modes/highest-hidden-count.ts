import type { SeenStratum } from './effective-size';

/**
 * A chance that is the tail but for the roundings of its product counts as the tail: of 40 images, one seen, 39 may
 * hide.
 */
const ROUNDING = 1e-9;

/**
 * The most images that may hold something although a stratified random sample found nothing: the largest number, spread
 * over the strata in the worst way, that such a sample misses with a chance of at least `tail` (0 to 1). It is exact
 * for sampling without replacement: with one stratum it is the hypergeometric bound (Buonaccorsi 1987, Am. Stat.
 * 41:215), with one much larger than the sample Clopper and Pearson's; with everything looked at it is 0.
 *
 * A stratum with N images, n of them looked at, hides one more beside D with the chance 1 − n / (N − D), which falls
 * with D. The worst spread therefore takes, again and again, the stratum that hides one more best (Fox 1966, Manag.
 * Sci. 13:210).
 */
export function highestHiddenCount(strata: readonly SeenStratum[], tail: number): number {
  // Up to a level of n / (N - D) at a time; halving finds the highest that the tail allows.
  let [allowed, refused] = [0, 1];
  const lowest = tail * (1 - ROUNDING);
  for (;;) {
    const middle = (allowed + refused) / 2;
    if (middle === allowed || middle === refused) break;
    if (chanceToMiss(strata, hiddenUpTo(strata, middle)) >= lowest) allowed = middle;
    else refused = middle;
  }
  const hidden = hiddenUpTo(strata, allowed);
  // Strata that are alike reach a level together; of those, as many as the tail allows.
  for (;;) {
    const next = easiestOf(strata, hidden);
    if (next === -1) break;
    hidden[next]!++;
    if (chanceToMiss(strata, hidden) >= lowest) continue;
    hidden[next]!--;
    break;
  }
  return hidden.reduce((sum, count) => sum + count, 0);
}

/** How many each stratum takes while one more costs no more than this level. */
function hiddenUpTo(strata: readonly SeenStratum[], level: number): number[] {
  return strata.map(({ blanks, looked }) => {
    if (looked === 0) return blanks;
    const room = blanks - looked / level;
    return room < 0 ? 0 : Math.min(blanks - looked, Math.floor(room) + 1);
  });
}

/** The stratum that hides one more best; −1 when none has room. */
function easiestOf(strata: readonly SeenStratum[], hidden: readonly number[]): number {
  let [best, least] = [-1, 1];
  strata.forEach(({ blanks, looked }, index) => {
    const cost = looked / (blanks - hidden[index]!);
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}

/** The chance that none of the hidden ones is in the sample. */
function chanceToMiss(strata: readonly SeenStratum[], hidden: readonly number[]): number {
  return strata.reduce((product, { blanks, looked }, index) => {
    // Either way round it is the same product; the shorter one is taken.
    const [factors, others] = looked < hidden[index]! ? [looked, hidden[index]!] : [hidden[index]!, looked];
    let chance = product;
    for (let step = 0; step < factors; step++) chance *= (blanks - others - step) / (blanks - step);
    return chance;
  }, 1);
}
