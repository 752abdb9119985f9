import type { DifferenceKind } from '../../../domain/comparison/compare-images';
import type { Comparison } from '../../state/comparison-view';

/** Which images of a comparison are shown: those that differ in something, by how much, or from one label to another. */
export type DiffersFilter =
  | { readonly what: 'any' | 'label' | 'boxes' | 'box-labels' | 'failure' | 'only-here' }
  | { readonly what: 'score'; readonly above: number }
  | { readonly what: 'transition'; readonly from: string | null; readonly to: string | null };

const KINDS: Readonly<Record<Exclude<DiffersFilter['what'], 'any' | 'score' | 'transition'>, DifferenceKind>> = {
  label: 'label',
  boxes: 'boxes',
  'box-labels': 'box-labels',
  failure: 'failure',
  'only-here': 'only-in-a',
};

/** Paths here of the images that pass. `any`: every difference between both; an image of one side only is none. */
export function differingPaths({ review, mine, theirs }: Comparison, filter: DiffersFilter): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { pathA, pathB, differences, scoreDifference } of review.differing) {
    if (pathA === null) continue;
    if (filter.what === 'any') {
      if (pathB !== null) paths.add(pathA);
    } else if (filter.what === 'score') {
      if (scoreDifference !== null && scoreDifference > filter.above) paths.add(pathA);
    } else if (filter.what === 'transition') {
      const isFrom = differences.includes('label') && mine.get(pathA)?.label === filter.from;
      if (isFrom && theirs.get(pathB ?? '')?.label === filter.to) paths.add(pathA);
    } else if (differences.includes(KINDS[filter.what])) paths.add(pathA);
  }
  return paths;
}

/** What the tab kept of such a filter; null for anything else. */
export function parseDiffersFilter(kept: unknown): DiffersFilter | null {
  if (typeof kept !== 'object' || kept === null || !('what' in kept)) return null;
  const { what, above, from, to } = kept as Readonly<Record<string, unknown>>;
  if (what === 'score') return typeof above === 'number' ? { what, above } : null;
  if (what === 'transition') return isLabel(from) && isLabel(to) ? { what, from, to } : null;
  if (what === 'any') return { what };
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((name) => name === what);
  return kind === undefined ? null : { what: kind };
}

function isLabel(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
