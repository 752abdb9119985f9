/** A stratum, and how many of its images were looked at. */
export interface SeenStratum {
  readonly blanks: number;
  readonly looked: number;
}

/**
 * How many images of a simple random sample with replacement would say as much as this stratified one: 1 / Σ W² (1 − f)
 * / n, with W = the stratum's part of all images, n of its N looked at and 1 − f = (N − n) / (N − 1) (Kish 1965, Survey
 * Sampling; finite populations: Cochran 1977, Sampling Techniques, 2.6). Infinite when all were looked at. That strata
 * differ in their shares is left out, which makes it too small rather than too large in a proportional sample.
 *
 * While a stratum has not been looked at, the others stand for it, and only all images together count as finite.
 */
export function effectiveSizeOf(strata: readonly SeenStratum[]): number {
  const seen = strata.filter(({ looked }) => looked > 0);
  const seenBlanks = seen.reduce((sum, { blanks }) => sum + blanks, 0);
  const isEachSeen = strata.every(({ blanks, looked }) => looked > 0 || blanks === 0);
  const variance = seen.reduce((sum, { blanks, looked }) => {
    return sum + ((blanks / seenBlanks) ** 2 / looked) * (isEachSeen ? unseenPart(blanks, looked) : 1);
  }, 0);
  if (isEachSeen) return 1 / variance;
  const blanks = strata.reduce((sum, stratum) => sum + stratum.blanks, 0);
  const looked = strata.reduce((sum, stratum) => sum + stratum.looked, 0);
  return 1 / (variance * unseenPart(blanks, looked));
}

/** What sampling without replacement leaves of the variance. */
function unseenPart(blanks: number, looked: number): number {
  return looked === blanks ? 0 : (blanks - looked) / (blanks - 1);
}
