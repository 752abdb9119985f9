import { useEffect, useMemo } from 'react';
import { differingPaths, type DiffersFilter } from '../shared/images/differs-filter';
import { useActions, useAppState } from './app-store';
import { shownComparison, type ComparisonView } from './comparison-view';

/** What the open survey is compared with. A kept comparison is read and computed, because somebody looks at it. */
export function useComparison(isWanted = true): ComparisonView {
  const actions = useActions();
  const view = useAppState(({ comparison }) => comparison);
  const mustOpen = isWanted && view.step === 'kept';
  useEffect(() => {
    if (mustOpen) void actions.openComparison();
  }, [mustOpen, actions]);
  return view;
}

const NONE: ReadonlySet<string> = new Set();

/** Paths of the images that pass a filter by differences; null without such a filter. Empty until they are computed. */
export function useDiffering(filter: DiffersFilter | null): ReadonlySet<string> | null {
  const comparison = shownComparison(useComparison(filter !== null));
  return useMemo(() => {
    if (filter === null) return null;
    return comparison === null ? NONE : differingPaths(comparison, filter);
  }, [comparison, filter]);
}
