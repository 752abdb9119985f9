import type { SurveyEvent } from '../../../domain/events';
import { parseWallClock } from '../../../domain/wall-clock';
import { describeImage } from '../../shared/images/describe-image';
import { labelName } from '../../shared/images/image-words';
import { messages } from '../../messages';
import type { SurveyImage } from '../../state/app-state';

/** From its first image to its last, in seconds. */
export function secondsOf({ start, end }: SurveyEvent): number {
  return (parseWallClock(end) ?? 0) - (parseWallClock(start) ?? 0);
}

/**
 * What the images of an event show, the most frequent first: "Gray fox ×3, Person". Blanks and photos that could not be read are
 * nothing seen.
 */
export function seenIn(
  { filepaths }: SurveyEvent,
  imageOf: (filepath: string) => SurveyImage | null,
  labels: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const filepath of filepaths) {
    const image = imageOf(filepath);
    if (image === null) continue;
    const { kind, label, others } = describeImage(image, labels);
    if (kind === 'failed' || kind === 'waiting' || kind === 'blank') continue;
    const names = [labelName(kind, label), ...others.map((other) => labelName(other.kind, other))];
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => messages.events.times(name, count));
}
