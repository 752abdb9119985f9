/** How often each of two judges chose a class, and how often both did for the same item. */
export interface ClassCounts {
  readonly machine: number;
  readonly human: number;
  readonly both: number;
}

/**
 * Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37): (po − pe) / (1 − pe), with po the share of items on which
 * both agree and pe the share on which they would by chance, Σ machine × human / items². −1 to 1; null without items,
 * and when both gave every item the same class, because chance leaves nothing to agree on.
 */
export function measureKappa(classes: readonly ClassCounts[]): number | null {
  const items = classes.reduce((sum, { machine }) => sum + machine, 0);
  const agreed = classes.reduce((sum, { both }) => sum + both, 0);
  // In whole numbers, items² times po and pe, so that "every item the same class" is an equality.
  const chance = classes.reduce((sum, { machine, human }) => sum + machine * human, 0);
  if (chance === items * items) return null;
  return (agreed * items - chance) / (items * items - chance);
}
