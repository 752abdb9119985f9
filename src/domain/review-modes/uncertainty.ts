/**
 * How the doubt in an image's class is measured, each from Settles 2009, Active Learning Literature Survey (TR 1648,
 * University of Wisconsin–Madison), 3.1. `least-confidence`: 1 − the best score. `margin`: 1 − the distance from the
 * best score to the second. `entropy`: −Σ p ln p, in nats.
 */
export type UncertaintyMeasure = 'least-confidence' | 'margin' | 'entropy';

/**
 * The doubt that class scores show, higher is more doubtful; null without scores. Scores are softmax scores, best
 * first; of all classes or of the best ones. What they leave of 1 counts as one class more in the entropy, which is
 * then the lowest that the unknown ones allow; a sum that rounding took above 1 leaves nothing.
 */
export function uncertaintyOf(scores: readonly number[], measure: UncertaintyMeasure): number | null {
  const [best, second = 0] = scores;
  if (best === undefined) return null;
  switch (measure) {
    case 'least-confidence':
      return 1 - best;
    case 'margin':
      return 1 - (best - second);
    case 'entropy': {
      const rest = Math.max(0, 1 - scores.reduce((sum, score) => sum + score, 0));
      return scores.reduce((sum, score) => sum + surpriseOf(score), surpriseOf(rest));
    }
  }
}

function surpriseOf(score: number): number {
  return score <= 0 ? 0 : -score * Math.log(score);
}
