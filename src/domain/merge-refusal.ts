import type { SurveyFilePackage } from './survey-file';

/**
 * Why facts of two surveys cannot be mixed. `no-package`: nothing says what theirs were made with. `other-type`: the classifier
 * saw other parts of the images. `other-labels`: class numbers mean other things. `labels-unknown`: one side has a label
 * list, the other only its fingerprint.
 */
export type MergeRefusal = 'no-package' | 'other-type' | 'other-labels' | 'labels-unknown';

/**
 * Null when facts of these packages speak of the same classes: the same package, or another one of the same type with the same
 * labels. Where nothing was run yet (mine null), any package fits.
 */
export function mergeRefusalOf(mine: SurveyFilePackage | null, theirs: SurveyFilePackage | null): MergeRefusal | null {
  if (theirs === null) return 'no-package';
  if (mine === null || mine.id === theirs.id) return null;
  if (mine.type !== theirs.type) return 'other-type';
  if ('sha256' in mine.labels) {
    if (!('sha256' in theirs.labels)) return 'labels-unknown';
    return mine.labels.sha256 === theirs.labels.sha256 ? null : 'other-labels';
  }
  if ('sha256' in theirs.labels) return 'labels-unknown';
  return isSameList(mine.labels, theirs.labels) ? null : 'other-labels';
}

function isSameList(list: readonly string[], other: readonly string[]): boolean {
  return list.length === other.length && list.every((label, index) => label === other[index]);
}
