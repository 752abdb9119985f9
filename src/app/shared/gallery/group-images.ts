import type { ImageIndex } from './image-index';
import type { Grouping, ImageSort } from './list-look';

/** Values of a grouping by image: a number of the index's column, an hour of the day; -1 = it has none. */
export type GroupValues = Int32Array | Int8Array;

/** Images one after the other that have the same value. */
export interface ImageGroup {
  readonly value: number;
  /** Places in `order`: the first one, and the one behind the last. */
  readonly start: number;
  readonly end: number;
}

export interface GroupedImages {
  /** Images by number: the order that was given, group by group. */
  readonly order: Uint32Array;
  readonly groups: readonly ImageGroup[];
}

export function groupValues(index: ImageIndex, grouping: Exclude<Grouping, 'none'>): GroupValues {
  switch (grouping) {
    case 'event':
      return index.events;
    case 'folder':
      return index.folders.of;
    case 'species':
      return index.leaves.of;
    case 'hour':
      return index.hours;
    case 'day':
      return index.days.of;
  }
}

/**
 * Puts the images of each group together; within a group they stay in order. Events come in the order of their first image,
 * species by their number of images; folders, days and hours as the survey and the clock have them, the latest day first when
 * the newest images come first. What has no value comes last.
 */
export function groupImages(
  order: Uint32Array,
  values: GroupValues,
  grouping: Exclude<Grouping, 'none'>,
  sort: ImageSort,
): GroupedImages {
  const counts = new Map<number, number>();
  for (const image of order) counts.set(values[image]!, (counts.get(values[image]!) ?? 0) + 1);
  const found = [...counts.entries()].map(([value, count]) => ({ value, count }));
  if (grouping === 'species') found.sort((a, b) => b.count - a.count);
  else if (grouping !== 'event') {
    const direction = grouping === 'day' && sort === 'newest' ? -1 : 1;
    found.sort((a, b) => direction * (a.value - b.value));
  }
  const sorted = [...found.filter(({ value }) => value !== -1), ...found.filter(({ value }) => value === -1)];
  const groups: ImageGroup[] = [];
  const nextOf = new Map<number, number>();
  let start = 0;
  for (const { value, count } of sorted) {
    groups.push({ value, start, end: start + count });
    nextOf.set(value, start);
    start += count;
  }
  const grouped = new Uint32Array(order.length);
  for (const image of order) {
    const place = nextOf.get(values[image]!)!;
    grouped[place] = image;
    nextOf.set(values[image]!, place + 1);
  }
  return { order: grouped, groups };
}
