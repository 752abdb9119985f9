import { knownNames, type KnownNames } from '../../shared/gallery/image-names';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { imageAnswerOf } from '../../shared/images/image-answer';
import { createLabelCounts, type GroupNode } from '../../shared/images/image-groups';
import type { SurveyImage } from '../../state/app-state';
import { hasFact } from '../../state/survey-row';

/** What a run has found by now. */
export interface RunTally {
  /** Labels by number of photos, most first. */
  readonly counts: readonly GroupNode[];
  /** Photos that could not be read, in the order of the list. */
  readonly failed: readonly ImageDescription[];
}

/**
 * Counts the images of a survey again and again while a run goes on: only those that are other objects than the last time are
 * looked at, because each time a few of 200,000 are. Other labels begin anew.
 */
export function createRunTally(): (images: readonly SurveyImage[], labels: readonly string[]) => RunTally {
  let seen: readonly SurveyImage[] = [];
  let seenLabels: readonly string[] | null = null;
  let counts = createLabelCounts();
  /** What was counted of each image, by its position; images that wait have nothing. */
  let counted: (KnownNames | undefined)[] = [];
  let last: RunTally = { counts: [], failed: [] };

  function exchange(position: number, image: SurveyImage | undefined, labels: readonly string[]): boolean {
    const before = counted[position];
    // Most of a long run's images wait: nothing is made for them.
    const isSaid = image !== undefined && (hasFact(image) || image.review !== null);
    const names = isSaid ? knownNames({ ...imageAnswerOf(image, labels), others: [] }) : undefined;
    const after = names?.kind === 'waiting' ? undefined : names; // a flag or a note alone
    if (before === after) return after?.kind === 'failed'; // of another image, it may be
    if (before !== undefined && before.kind !== 'failed') counts.remove(before);
    if (after !== undefined && after.kind !== 'failed') counts.add(after);
    counted[position] = after;
    return before?.kind === 'failed' || after?.kind === 'failed';
  }

  return (images, labels) => {
    if (labels !== seenLabels) {
      counts = createLabelCounts();
      counted = [];
      seen = [];
    }
    let hasOtherFailures = seenLabels !== labels;
    for (let position = Math.max(images.length, seen.length) - 1; position >= 0; position--) {
      const image = images[position];
      if (image !== seen[position]) hasOtherFailures = exchange(position, image, labels) || hasOtherFailures;
    }
    counted.length = images.length;
    seen = images;
    seenLabels = labels;
    const failed = hasOtherFailures
      ? images
          .filter((_, position) => counted[position]?.kind === 'failed')
          .map((image) => describeImage(image, labels))
      : last.failed;
    last = { counts: counts.read(), failed };
    return last;
  };
}
