import { clusterCompletely } from './complete-linkage';
import type { RepeatGroup } from './repeat-detections';

/** How the reference puts the groups of a camera in order: as they were founded, from left to right, or neighbours together. */
export type RepeatReviewOrder = 'founded' | 'xsort' | 'clustersort';

/** A group with the number of its cluster, in `clustersort` of more than one group. */
export interface OrderedGroup<Group> {
  readonly group: Group;
  readonly cluster: number | null;
}

/** Centres farther apart are in different clusters (megadetector 10.0.24, smartSortDistanceThreshold). */
const CLUSTER_DISTANCE = 0.1;

/**
 * The groups of one camera in the reference's order for review (megadetector 10.0.24, smartSort; its default is `xsort`, by
 * the x of the box's centre). Groups that are equal in that keep their order. `clustersort` takes time and memory with the
 * square of the number of groups.
 */
export function inReviewOrder<Group extends Pick<RepeatGroup, 'bbox'>>(
  groups: readonly Group[],
  order: RepeatReviewOrder,
): readonly OrderedGroup<Group>[] {
  const unordered = groups.map((group) => ({ group, cluster: null }));
  if (groups.length <= 1 || order === 'founded') return unordered;
  if (order === 'clustersort') return byCluster(groups);
  return unordered.sort((a, b) => centreX(a.group) - centreX(b.group));
}

/** Clusters from left to right by the mean of their boxes' left sides; within a cluster as they were founded. */
function byCluster<Group extends Pick<RepeatGroup, 'bbox'>>(groups: readonly Group[]): readonly OrderedGroup<Group>[] {
  const labels = clusterCompletely(
    groups.map((group) => [centreX(group), group.bbox[1] + group.bbox[3] / 2]),
    CLUSTER_DISTANCE,
  );
  const clusters = new Map<number, Group[]>();
  for (const [index, group] of groups.entries()) {
    const cluster = clusters.get(labels[index]!) ?? [];
    clusters.set(labels[index]!, [...cluster, group]);
  }
  const byLabel = [...clusters].sort(([a], [b]) => a - b).map(([, members]) => members);
  byLabel.sort((a, b) => meanLeft(a) - meanLeft(b));
  return byLabel.flatMap((members, cluster) => members.map((group) => ({ group, cluster })));
}

function centreX({ bbox }: Pick<RepeatGroup, 'bbox'>): number {
  return bbox[0] + bbox[2] / 2;
}

function meanLeft(groups: readonly Pick<RepeatGroup, 'bbox'>[]): number {
  return groups.reduce((sum, { bbox }) => sum + bbox[0], 0) / groups.length;
}
