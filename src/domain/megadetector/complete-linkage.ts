/** A point as `[x, y]`. */
export type Point = readonly [x: number, y: number];

/** Two clusters that became one, at which distance. */
interface Merge {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

/**
 * Clusters points so that no two of one cluster are `limit` or farther apart: a label for each point, from 0 (scikit-learn's
 * AgglomerativeClustering with complete linkage and a distance threshold, over scipy's nn_chain). Labels mean nothing, but they
 * are the reference's. Time and memory grow with the square of the number of points.
 */
export function clusterCompletely(points: readonly Point[], limit: number): readonly number[] {
  if (points.length === 0) return [];
  const tree = numberClusters(mergeNeighbours(points), points.length);
  const clusters = tree.filter(({ distance }) => distance >= limit).length + 1;
  return cutTree(tree, points.length, clusters);
}

/** scipy's nn_chain: follows nearest neighbours until two are each other's, merges them into the later one, goes on. */
function mergeNeighbours(points: readonly Point[]): readonly Merge[] {
  const count = points.length;
  const distances = points.map(([x, y]) =>
    Float64Array.from(points, ([x2, y2]) => Math.sqrt((x - x2) ** 2 + (y - y2) ** 2)),
  );
  const isOpen = points.map(() => true);
  const chain: number[] = [];
  const merges: Merge[] = [];
  while (merges.length < count - 1) {
    if (chain.length === 0) chain.push(isOpen.indexOf(true));
    const last = chain.at(-1)!;
    const before = chain.at(-2) ?? null;
    let nearest = before;
    let distance = before === null ? Infinity : distances[last]![before]!;
    for (let other = 0; other < count; other++) {
      if (!isOpen[other] || other === last || distances[last]![other]! >= distance) continue;
      nearest = other;
      distance = distances[last]![other]!;
    }
    if (nearest !== before || before === null) {
      chain.push(nearest!);
      continue;
    }
    chain.length -= 2;
    const first = Math.min(last, before);
    const second = Math.max(last, before);
    merges.push({ first, second, distance });
    isOpen[first] = false;
    for (let other = 0; other < count; other++) {
      if (!isOpen[other] || other === second) continue;
      const farthest = Math.max(distances[other]![first]!, distances[other]![second]!);
      distances[other]![second] = farthest;
      distances[second]![other] = farthest;
    }
  }
  return merges;
}

/** scipy's label: merges by distance; points keep their numbers, clusters are numbered from there on, the lower child first. */
function numberClusters(merges: readonly Merge[], count: number): readonly Merge[] {
  const clusterOf = Array.from({ length: 2 * count - 1 }, (_, node) => node);
  const find = (node: number): number => {
    let root = node;
    while (clusterOf[root] !== root) root = clusterOf[root]!;
    clusterOf[node] = root;
    return root;
  };
  const sorted = [...merges].sort((a, b) => a.distance - b.distance);
  return sorted.map(({ first, second, distance }, index) => {
    const left = find(first);
    const right = find(second);
    clusterOf[left] = clusterOf[right] = count + index;
    return { first: Math.min(left, right), second: Math.max(left, right), distance };
  });
}

/** scikit-learn's _hc_cut: opens the latest cluster until there are enough; labels follow the places in Python's heap. */
function cutTree(tree: readonly Merge[], count: number, clusters: number): readonly number[] {
  const heap = [2 * count - 2];
  while (heap.length < clusters) {
    const { first, second } = tree[heap[0]! - count]!;
    pushOnto(heap, first);
    replaceTop(heap, second);
  }
  const labels = Array.from({ length: count }, () => 0);
  for (const [label, node] of heap.entries()) {
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next < count) labels[next] = label;
      else open.push(tree[next - count]!.first, tree[next - count]!.second);
    }
  }
  return labels;
}

/** Python's heappush, with the largest on top. */
function pushOnto(heap: number[], node: number): void {
  heap.push(node);
  siftDown(heap, 0, heap.length - 1);
}

/** Python's heappushpop, of a node that is smaller than the top. */
function replaceTop(heap: number[], node: number): void {
  heap[0] = node;
  let place = 0;
  for (let child = 1; child < heap.length; child = 2 * place + 1) {
    if (child + 1 < heap.length && heap[child]! <= heap[child + 1]!) child += 1;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = node;
  siftDown(heap, 0, place);
}

/** Python's _siftdown: moves what is at a place towards the top as long as it is larger than its parent. */
function siftDown(heap: number[], top: number, from: number): void {
  const node = heap[from]!;
  let place = from;
  while (place > top) {
    const parent = (place - 1) >> 1;
    if (heap[parent]! >= node) break;
    heap[place] = heap[parent]!;
    place = parent;
  }
  heap[place] = node;
}
