import { messages } from '../../messages';
import { formatCaptureDate, formatCaptureDateTime } from '../../shared/format/format-date';
import { namesAt, type ImageIndex } from '../../shared/gallery/image-index';
import type { ImageKind } from '../../shared/images/image-answer';
import { cameraName } from '../../shared/images/event-name';
import { NO_FILTER, type ImageFilter } from '../../shared/images/image-filter';
import { imageName } from '../../shared/images/image-words';
import type { Grouping } from '../../shared/gallery/list-look';

/** One group of the list as its header shows it. */
export interface GroupWords {
  readonly name: string;
  /** Of a species; else null. */
  readonly kind: ImageKind | null;
  /** A path, which is never translated or shortened at its end. */
  readonly isPath: boolean;
}

type Grouped = Exclude<Grouping, 'none'>;

/** The same for a group as long as it is about the same thing, also when the list is computed anew. */
export function groupKey(index: ImageIndex, grouping: Grouped, value: number): string {
  if (value === -1) return '-';
  switch (grouping) {
    case 'event':
      return index.found?.events[value]?.id ?? '-';
    case 'folder':
      return index.folders.values[value]!;
    case 'species':
      return index.leaves.values[value]!;
    case 'day':
      return index.days.values[value]!;
    case 'hour':
      return String(value);
  }
}

/** `example` = any image of the group. */
export function groupWords(index: ImageIndex, grouping: Grouped, value: number, example: number): GroupWords {
  const { galleryFilters, galleryList } = messages;
  const plain = (name: string) => ({ name, kind: null, isPath: false });
  switch (grouping) {
    case 'event':
      return plain(eventWords(index, value));
    case 'folder': {
      const folder = index.folders.values[value]!;
      return { name: folder === '' ? galleryFilters.topFolder : folder, kind: null, isPath: folder !== '' };
    }
    case 'species': {
      const names = namesAt(index, example);
      return { name: imageName(names), kind: names.kind, isPath: false };
    }
    case 'day':
      return plain(value === -1 ? galleryList.noTime : formatCaptureDate(`${index.days.values[value]!}T00:00:00`));
    case 'hour':
      return plain(
        value === -1
          ? galleryList.noTime
          : galleryList.hour(galleryFilters.hour(value), galleryFilters.hour((value + 1) % 24)),
      );
  }
}

/** "6 Nov 2010, 04:04:00, UNIT03": when it began, and its camera. */
export function eventWords({ found }: ImageIndex, value: number): string {
  const event = value === -1 ? undefined : found?.events[value];
  if (event === undefined) return messages.galleryList.noEvent;
  return messages.galleryList.event(formatCaptureDateTime(event.start), cameraName(event.deployment));
}

/** The filter that leaves only this group; null where there is none. */
export function onlyGroup(index: ImageIndex, grouping: Grouped, value: number): Partial<ImageFilter> | null {
  if (value === -1) return null;
  switch (grouping) {
    case 'event': {
      const event = index.found?.events[value]?.id;
      return event === undefined ? null : { event };
    }
    case 'folder':
      return { folders: [index.folders.values[value]!] };
    case 'species': {
      const leaf = index.leaves.values[value]!;
      const kind = leaf.startsWith(':') ? (leaf.slice(1) as ImageKind) : null;
      return kind === null || kind === 'animal'
        ? { groups: [leaf], kinds: NO_FILTER.kinds }
        : { kinds: [kind], groups: NO_FILTER.groups };
    }
    case 'day': {
      const day = index.days.values[value]!;
      return { days: { from: day, to: day } };
    }
    case 'hour':
      return { hours: { from: value, to: value + 1 } };
  }
}
