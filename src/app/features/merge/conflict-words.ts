import type { FactDifference } from '../../../domain/fact-differences';
import { mergeMessages } from '../../messages/merge-messages';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { comparedLabelName } from '../../shared/images/compared-label';
import type { MergeConflict, MergePlan } from '../../state/merge-view';

/** In what two computers' results of an image differ, a few words each. */
export function conflictWords(
  { differences }: Pick<MergeConflict, 'differences'>,
  { labels }: Pick<MergePlan, 'labels'>,
  scoresAs: ScoreFormat,
): readonly string[] {
  return differences.flatMap((difference) => wordsOf(difference, labels, scoresAs));
}

function wordsOf(difference: FactDifference, labels: readonly string[], scoresAs: ScoreFormat): readonly string[] {
  const { conflicts } = mergeMessages;
  switch (difference.kind) {
    case 'file':
      return [difference.by === 'size' ? conflicts.fileSize : conflicts.file];
    case 'image-size':
      return [conflicts.imageSize];
    case 'detections-missing':
      return [difference.in === 'mine' ? conflicts.noBoxesHere : conflicts.noBoxesThere];
    case 'boxes':
      return boxWords(difference, scoresAs);
    case 'class':
      return [conflicts.label(nameOf(difference.mine, labels), nameOf(difference.theirs, labels))];
    case 'score':
      return [conflicts.score(formatScore(difference.difference, scoresAs))];
  }
}

function boxWords(
  { onlyMine, onlyTheirs, conf, bbox }: Extract<FactDifference, { kind: 'boxes' }>,
  scoresAs: ScoreFormat,
): readonly string[] {
  const { conflicts } = mergeMessages;
  const moved = [conflicts.conf(formatScore(conf, scoresAs)), conflicts.bbox(conflicts.number(bbox))];
  const alone = [
    ...(onlyMine > 0 ? [conflicts.onlyHere(onlyMine)] : []),
    ...(onlyTheirs > 0 ? [conflicts.onlyThere(onlyTheirs)] : []),
  ];
  return alone.length > 0 ? alone : moved;
}

function nameOf(index: number, labels: readonly string[]): string {
  return comparedLabelName(labels[index] ?? null);
}
