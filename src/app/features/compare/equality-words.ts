import type { Inequality } from '../../../domain/comparison/reference-equality';
import { compareMessages } from '../../messages/compare-messages';
import type { Comparison } from '../../state/comparison-view';

/** Whether both are equal within the strict tolerances, plainly: a title and a sentence. Empty when nothing was compared. */
export function equalityWords({ review }: Pick<Comparison, 'review'>): readonly string[] {
  const { equal } = compareMessages;
  const { isEqual, compared, counts, boxes, closeBoxes } = review.equality;
  if (compared === 0) return [];
  if (isEqual) return [equal.title, compared === 1 ? equal.oneText : equal.text(compared)];
  const kinds = Object.entries(counts) as [Inequality, number][];
  const parts = kinds.flatMap(([kind, count]) => (count > 0 ? [equal.by[kind](count)] : []));
  return [equal.not, equal.notText(parts.length > 0 ? parts : [equal.share(closeBoxes, boxes)])];
}
