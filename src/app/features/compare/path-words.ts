import { compareMessages } from '../../messages/compare-messages';
import type { Comparison } from '../../state/comparison-view';

/** How the images of both were found, sentence by sentence. */
export function pathWords({ review }: Pick<Comparison, 'review'>): readonly string[] {
  const { paths: words } = compareMessages;
  const { method, prefixA, prefixB, onlyInB } = review.paths;
  if (method === 'exact') return [words.exact];
  if (method === 'without-prefix') return [words.prefix(prefixA, prefixB)];
  const [example] = onlyInB;
  return [words.none, ...(example === undefined ? [] : [words.noneExample(example)])];
}
