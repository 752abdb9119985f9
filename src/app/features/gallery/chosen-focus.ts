import type { GalleryList } from '../../shared/gallery/gallery-list';
import type { ListFocus } from './move-in-list';

/** What the person went to. */
export interface Chosen {
  readonly of: GalleryList;
  readonly focus: ListFocus;
  /** The active image by then. */
  readonly active: string | null;
}

/** A tile that was gone to is kept while its image is the active one: an image may have several. A header, until another image is. */
export function isChosenStill(
  { focus, active: then }: Chosen,
  { index, items }: GalleryList,
  active: string | null,
): boolean {
  if (focus.at === 'header') return focus.group < items.groups.length && active === then;
  const image = items.images[focus.tile];
  return image !== undefined && index.images[image]!.filepath === active;
}

/** Whether both are the same tile or header. */
export function isSameFocus(one: ListFocus, other: ListFocus): boolean {
  if (one.at === 'tile') return other.at === 'tile' && one.tile === other.tile;
  return other.at === 'header' && one.group === other.group;
}

/** Enter and Space turn a group over; the arrows open it or close it. */
export function isToggle(
  key: string,
  row: { readonly kind: string; readonly isOpen?: boolean },
  isMirrored: boolean,
): boolean {
  if (key === 'Enter' || key === ' ') return true;
  const [opens, closes] = isMirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  return (key === opens && row.isOpen === false) || (key === closes && row.isOpen === true);
}
