import { hasScoreFilter, NO_FILTER, type ImageFilter } from '../../shared/images/image-filter';

/** Without the chip that stands last: what was held back, then score, then text, then the groups from the end. */
export function withoutLastFilter(filter: ImageFilter): ImageFilter {
  if (filter.heldBack !== null) return { ...filter, heldBack: null };
  if (hasScoreFilter(filter)) {
    return { ...filter, leastScore: NO_FILTER.leastScore, mostScore: NO_FILTER.mostScore };
  }
  if (filter.text.trim() !== '') return { ...filter, text: '' };
  return { ...filter, groups: filter.groups.slice(0, -1) };
}
