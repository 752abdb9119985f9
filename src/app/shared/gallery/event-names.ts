import type { ImageDescription } from '../images/describe-image';
import { groupKeysOf } from '../images/image-groups';

/** One of the names in an event, and how many of its images have it. */
export interface EventName {
  /** Of any image with this name. */
  readonly example: ImageDescription;
  readonly count: number;
}

/** Not what an event is called after while there is something else in it. */
const SAYS_LITTLE: ReadonlySet<ImageDescription['kind']> = new Set(['blank', 'unknown', 'failed', 'waiting']);

/**
 * What an event is called: the most frequent name of its images that says what was there, then the others by frequency; blank,
 * unknown and unread ones last, because an animal that is seen in two of ten frames is still what the event shows.
 */
export function eventNames(images: readonly ImageDescription[]): readonly EventName[] {
  const names = new Map<string, { readonly example: ImageDescription; count: number }>();
  for (const example of images) {
    const key = groupKeysOf(example).at(-1)!;
    const found = names.get(key);
    if (found === undefined) names.set(key, { example, count: 1 });
    else found.count += 1;
  }
  const rank = ({ example }: EventName) => Number(SAYS_LITTLE.has(example.kind));
  return [...names.values()].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}
