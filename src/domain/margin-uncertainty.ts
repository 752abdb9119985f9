/**
 * How undecided a classifier was about one crop: 1 minus the margin between its first and its second class, 0 (one class has all) to
 * 1 (both are alike). Margin sampling of active learning: Scheffer, Decomain and Wrobel 2001, "Active hidden Markov models for
 * information extraction"; Settles 2009, "Active learning literature survey", section 3.1. `scores` are softmax scores, best
 * first; a class that is alone has the whole of its score as margin. Null without a class.
 */
export function marginUncertainty(scores: readonly number[]): number | null {
  const [first, second = 0] = scores;
  return first === undefined ? null : 1 - (first - second);
}
