import type { ImageKind, ImageNames } from '../images/image-answer';
import { groupKeysOf } from '../images/image-groups';

/** One of the names in an event, and how many of its images have it. */
export interface EventName<Names> {
  /** Of the first image with this name. */
  readonly example: Names;
  readonly count: number;
}

/** Not what an event is called after while there is something else in it. */
const SAYS_LITTLE: ReadonlySet<ImageKind> = new Set(['blank', 'unknown', 'failed', 'waiting']);

/**
 * What an event is called: the most frequent name of its images that says what was there, then the others by frequency; blank,
 * unknown and unread ones last, because an animal that is seen in two of ten frames is still what the event shows.
 */
export function eventNames<Names extends ImageNames>(images: readonly Names[]): readonly EventName<Names>[] {
  const names = new Map<string, { readonly example: Names; count: number }>();
  for (const example of images) {
    const key = groupKeysOf(example).at(-1)!;
    const found = names.get(key);
    if (found === undefined) names.set(key, { example, count: 1 });
    else found.count += 1;
  }
  const rank = ({ example }: EventName<Names>) => Number(SAYS_LITTLE.has(example.kind));
  return [...names.values()].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}
