import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { shownImages, type GalleryList } from '../../shared/gallery/gallery-list';
import { isLeft } from '../../shared/review/is-left';
import { lastOf, nextLeft } from '../../shared/review/next-left';
import type { Together } from '../../shared/review/use-reviewing';
import type { OpenSurvey } from '../../state/app-state';
import { eventOf } from '../../state/event-files';
import { groupOfTile } from './group-of-tile';
import { firstTileOf } from './place-in-list';

export interface GalleryFlowOptions {
  readonly open: OpenSurvey;
  readonly list: GalleryList;
  /** The image with the keyboard. */
  readonly current: string | null;
  readonly onActive: (filepath: string) => void;
}

/** Where review goes on in the gallery, and what belongs together there: the group, else the event. */
export function galleryFlow({ open, list, current, onActive }: GalleryFlowOptions) {
  const { index, items } = list;
  const isLeftHere = (filepath: string) => isLeft(open.imageOf(filepath));
  /** After an answer to all of these. Whoever changes an answer goes on to the next image. */
  const goOn = (acted: readonly string[]) => {
    const done = new Set(acted);
    const shown = shownImages(list);
    const order = { count: shown.length, at: (place: number) => index.images[shown[place]!]!.filepath };
    const last = lastOf(order, done);
    const isAnswer = acted.some(isLeftHere);
    const next = isAnswer
      ? nextLeft(order, last, done, isLeftHere)
      : last + 1 < order.count
        ? order.at(last + 1)
        : null;
    if (next !== null && next !== current) onActive(next);
  };
  const together = (label: string, files: () => readonly string[]): Together => ({
    label,
    left: () => files().filter(isLeftHere),
    onDone: () => goOn(files()),
  });
  const group = (place: number): Together => {
    const { start, end } = items.groups[place]!;
    return together(reviewFlowMessages.confirmGroup, () =>
      Array.from(new Set(items.images.slice(start, end)), (image) => index.images[image]!.filepath),
    );
  };
  return {
    goOn,
    group,
    /** Of events also those images that the filter leaves out are meant: what happened does not depend on it. */
    togetherWith: (filepath: string): Together => {
      if (items.grouping !== null) return group(groupOfTile(items.groups, firstTileOf(list, filepath)));
      const event = eventOf(open.events.found, filepath);
      return together(reviewFlowMessages.confirmEvent, () => event?.filepaths ?? [filepath]);
    },
  };
}
