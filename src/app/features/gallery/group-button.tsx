import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { messages } from '../../messages';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { IconButton } from '../../shared/icon-button';
import { groupKey } from './group-of';

export interface GroupButtonProps {
  readonly list: GalleryList;
  /** Keys of the groups that are closed. */
  readonly closed: readonly string[];
  readonly onClosed: (keys: readonly string[]) => void;
}

/** Closes all groups, or opens them when any is closed. */
export function GroupButton({ list: { index, items }, closed, onClosed }: GroupButtonProps) {
  const { grouping, groups } = items;
  if (grouping === null) return null;
  const { galleryList } = messages;
  const isAnyClosed = closed.length > 0;
  return (
    <IconButton
      icon={isAnyClosed ? ChevronsUpDown : ChevronsDownUp}
      size="small"
      label={isAnyClosed ? galleryList.openAll : galleryList.closeAll}
      onClick={() => onClosed(isAnyClosed ? [] : groups.map(({ value }) => groupKey(index, grouping, value)))}
    />
  );
}
