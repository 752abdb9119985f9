import { DETECTION_LABELS, type DetectionCategory } from '../../../domain/detection';
import { messages } from '../../messages';
import type { Category } from '../../shared/category-mark';
import { formatCaptureDate } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { formatPercent } from '../../shared/format/number-format';
import { verdictOn, type FoundStack, type RepeatsState } from '../../state/repeats-state';

const words = messages.repeats;

/** The mark of a stack; one of several categories has no own. */
export function categoryOf({ category }: FoundStack): Category {
  return category !== null && category in DETECTION_LABELS
    ? DETECTION_LABELS[category as DetectionCategory]
    : 'unknown';
}

export function categoryName(stack: FoundStack): string {
  return stack.category === null ? words.mixed : messages.common.categories[categoryOf(stack)];
}

export function cameraName(camera: string): string {
  return camera === '' ? words.rootCamera : camera;
}

/** From the first day to the last, and how long that is; null when no time is known. */
export function timesText({ firstCapturedAt, lastCapturedAt, spreadSeconds }: FoundStack): string | null {
  if (firstCapturedAt === null || lastCapturedAt === null) return null;
  const days = words.times(formatCaptureDate(firstCapturedAt), formatCaptureDate(lastCapturedAt));
  return spreadSeconds === null || spreadSeconds === 0
    ? days
    : `${days}, ${words.spread(formatDuration(spreadSeconds))}`;
}

export function shareText({ share, longestRun, images }: FoundStack): string {
  const part = words.share(formatPercent(share));
  return images > 1 ? `${part}, ${words.longestRun(longestRun)}` : part;
}

export function confText({ minConf, maxConf }: FoundStack, scoresAs: ScoreFormat): string {
  return words.conf(formatScore(minConf, scoresAs), formatScore(maxConf, scoresAs));
}

export function stackName(stack: FoundStack): string {
  return words.stackName(categoryName(stack), stack.count, cameraName(stack.camera));
}

/** Everything a card shows, for a screen reader: the verdict first. */
export function stackInWords(stack: FoundStack, decided: RepeatsState['decided'], scoresAs: ScoreFormat): string {
  return [
    words.verdicts[verdictOn(stack, decided) ?? 'undecided'],
    categoryName(stack),
    cameraName(stack.camera),
    words.boxesInImages(stack.count, stack.images),
    shareText(stack),
    timesText(stack) ?? words.noTimes,
    confText(stack, scoresAs),
  ].join(', ');
}
