import type { BoxComparison } from '../../../domain/comparison/compare-boxes';
import { DEFAULT_COMPARISON_RULES } from '../../../domain/comparison/compare-images';
import type { DifferingImage } from '../../../domain/comparison/review-comparison';
import { compareMessages } from '../../messages/compare-messages';
import type { ScoreFormat } from '../../shared/format/format-score';
import { formatScore } from '../../shared/format/format-score';
import { comparedLabelName } from '../../shared/images/compared-label';
import type { Comparison } from '../../state/comparison-view';

/** In what an image differs, the weightiest first, a few words each. */
export function differenceWords(
  image: DifferingImage,
  { mine, theirs }: Pick<Comparison, 'mine' | 'theirs'>,
  scoresAs: ScoreFormat,
): readonly string[] {
  const { list } = compareMessages;
  const { pathA, pathB, differences, scoreDifference, boxes } = image;
  if (pathB === null) return [list.notThere];
  if (pathA === null) return [list.notHere];
  const [own, other] = [mine.get(pathA), theirs.get(pathB)];
  const words: string[] = [];
  if (differences.includes('failure')) words.push(own?.failed === true ? list.failedHere : list.failedThere);
  if (differences.includes('label')) {
    words.push(list.label(comparedLabelName(own?.label ?? null), comparedLabelName(other?.label ?? null)));
  }
  if (differences.includes('box-labels')) words.push(list.boxNames);
  if (differences.includes('score') && scoreDifference !== null) {
    words.push(list.score(formatScore(scoreDifference, scoresAs)));
  }
  if (differences.includes('boxes') && boxes !== null) words.push(...boxWords(boxes, scoresAs));
  return words;
}

function boxWords({ matched, onlyInA, onlyInB }: BoxComparison, scoresAs: ScoreFormat): readonly string[] {
  const { list, spreads } = compareMessages;
  const { confTolerance, bboxTolerance } = DEFAULT_COMPARISON_RULES;
  const certain = matched.filter(({ isFaint }) => !isFaint);
  const conf = Math.max(0, ...certain.map(({ confDifference }) => confDifference));
  const bbox = Math.max(0, ...certain.map(({ bboxDifference }) => bboxDifference));
  return [
    ...(onlyInA.length > 0 ? [list.onlyHere(onlyInA.length)] : []),
    ...(onlyInB.length > 0 ? [list.onlyThere(onlyInB.length)] : []),
    ...(conf > confTolerance ? [list.conf(formatScore(conf, scoresAs))] : []),
    ...(bbox > bboxTolerance ? [list.bbox(spreads.number(bbox))] : []),
  ];
}
