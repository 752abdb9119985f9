import type { GalleryList } from '../../shared/gallery/gallery-list';
import { countFilters, type ImageFilter } from '../../shared/images/image-filter';

/** What stands in the place of the list: the grid, that it is being read, why there is none, or nothing for a moment. */
type Shown = 'grid' | 'reading' | 'no-match' | 'no-crops' | 'nothing';

/** `filter` = the one that is set now; the list may be that of before. */
export function whatIsShown({ question, shown, items }: GalleryList, filter: ImageFilter): Shown {
  if (items.images.length > 0) return 'grid';
  if (question.isPart) return 'reading'; // what is asked for may be among the others
  if (shown > 0) return 'no-crops';
  return countFilters(filter) === 0 ? 'nothing' : 'no-match';
}
