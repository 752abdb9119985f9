import { hasScoreFilter, NO_FILTER, type ImageFilter } from '../../shared/images/image-filter';

/** Without the chip that stands last: differences, what was held back, score, text, the groups, then change and event. */
export function withoutLastFilter(filter: ImageFilter): ImageFilter {
  if (filter.differs !== null) return { ...filter, differs: null };
  if (filter.heldBack !== null) return { ...filter, heldBack: null };
  if (hasScoreFilter(filter)) {
    return { ...filter, leastScore: NO_FILTER.leastScore, mostScore: NO_FILTER.mostScore };
  }
  if (filter.text.trim() !== '') return { ...filter, text: '' };
  if (filter.groups.length > 0) return { ...filter, groups: filter.groups.slice(0, -1) };
  return filter.change === null ? { ...filter, event: null } : { ...filter, change: null };
}
