import type { ImageKind, ImageNames } from './image-answer';
import type { LabelWords } from './read-label';

/**
 * What images are grouped and filtered by. Animals: class, family, label; everything else: its kind.
 * A filter names nodes of any height, so that a species found later in the run falls under "Mammals" by itself.
 */
export interface GroupNode {
  readonly key: string;
  readonly kind: ImageKind;
  readonly level: 'class' | 'family' | 'label' | 'kind';
  /** Class or family in lower-case Latin; empty on other levels. */
  readonly taxon: string;
  /** Of a leaf. */
  readonly label: LabelWords | null;
  readonly count: number;
  readonly children: readonly GroupNode[];
}

/** What an image is called as a whole. */
type Named = Pick<ImageNames, 'kind' | 'label'>;

/** Keys from broad to narrow, e.g. `mammalia`, `mammalia;ursidae`, `=mammalia;carnivora;ursidae;ursus;americanus`. */
export function groupKeysOf({ kind, label }: Named): readonly string[] {
  if (kind !== 'animal') return KIND_KEYS[kind];
  if (label === null) return KIND_KEYS.animal;
  const known = keysOfLabels.get(label);
  if (known !== undefined) return known;
  const keys = keysOfAnimal(label);
  keysOfLabels.set(label, keys);
  return keys;
}

const KIND_KEYS: Readonly<Record<ImageKind, readonly string[]>> = {
  animal: [':animal'],
  human: [':human'],
  vehicle: [':vehicle'],
  blank: [':blank'],
  unknown: [':unknown'],
  failed: [':failed'],
  waiting: [':waiting'],
};

/** Label words are the same object for the same label line: there are at most a few thousand, and of images 200,000. */
const keysOfLabels = new WeakMap<LabelWords, readonly string[]>();

function keysOfAnimal({ taxa, ownId }: LabelWords): readonly string[] {
  const [taxClass, , family] = taxa;
  if (taxClass === '') return KIND_KEYS.animal;
  // A person's own label is another one than that of its taxon.
  const leaf = `=${taxa.join(';')}${ownId === null ? '' : `;${ownId}`}`;
  return family === '' ? [taxClass, leaf] : [taxClass, `${taxClass};${family}`, leaf];
}

/** One path for the image's label, and one for each further species among its boxes. */
function groupPathsOf(names: ImageNames): readonly (readonly string[])[] {
  const { others } = names;
  if (others.length === 0) return [groupKeysOf(names)];
  return [groupKeysOf(names), ...others.map((label) => groupKeysOf({ kind: label.kind, label }))];
}

/** All groups that an image belongs to, each once. */
export function allGroupKeysOf(names: ImageNames): ReadonlySet<string> {
  return new Set(groupPathsOf(names).flat());
}

interface Building {
  node: GroupNode;
  count: number;
  readonly children: Map<string, Building>;
}

/** Every kind, in the order in which they are listed. */
export const IMAGE_KINDS: readonly ImageKind[] = [
  'animal',
  'human',
  'vehicle',
  'blank',
  'unknown',
  'failed',
  'waiting',
];

/** What images are called, and how many there are of them. */
export interface CountedNames {
  readonly names: ImageNames;
  readonly count: number;
}

/** The groups that occur, largest first within a level; animals before people, vehicles, blanks and the rest. */
export function buildGroupTree(counted: readonly CountedNames[]): readonly GroupNode[] {
  const roots = new Map<string, Building>();
  for (const { names, count } of counted) {
    const found = new Set<Building>();
    groupPathsOf(names).forEach((path, index) => {
      const named = index === 0 ? names : { kind: 'animal' as const, label: names.others[index - 1]! };
      let level = roots;
      for (const key of path) {
        let building = level.get(key);
        if (building === undefined) {
          building = { node: nodeFor(key, named), count: 0, children: new Map() };
          level.set(key, building);
        }
        if (!found.has(building)) building.count += count;
        found.add(building);
        level = building.children;
      }
    });
  }
  return finish(roots).toSorted(
    (a, b) =>
      IMAGE_KINDS.indexOf(a.kind) - IMAGE_KINDS.indexOf(b.kind) ||
      Number(a.level === 'kind') - Number(b.level === 'kind') ||
      b.count - a.count,
  );
}

function nodeFor(key: string, { kind, label }: Named): GroupNode {
  const node = { key, kind, count: 0, children: [] };
  if (key.startsWith(':')) return { ...node, level: 'kind', taxon: '', label };
  if (key.startsWith('=')) return { ...node, level: 'label', taxon: '', label };
  const isFamily = key.includes(';');
  return { ...node, level: isFamily ? 'family' : 'class', taxon: key.slice(key.indexOf(';') + 1), label: null };
}

function finish(level: ReadonlyMap<string, Building>): GroupNode[] {
  return [...level.values()]
    .map(({ node, count, children }) => ({ ...node, count, children: finish(children) }))
    .map((node) => (node.level === 'family' && node.children.length === 1 ? node.children[0]! : node))
    .toSorted((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}

/** Which boxes of the tree are ticked: by themselves or by a node above, partly by a node below. */
export function tickOf(node: GroupNode, chosen: ReadonlySet<string>, isAboveTicked: boolean): 'on' | 'off' | 'mixed' {
  if (isAboveTicked || chosen.has(node.key)) return 'on';
  const ticks = node.children.map((child) => tickOf(child, chosen, false));
  if (ticks.length > 0 && ticks.every((tick) => tick === 'on')) return 'on';
  return ticks.some((tick) => tick !== 'off') ? 'mixed' : 'off';
}

/** The chosen keys after a click on a node: whole groups are named by their own key, parts by the parts' keys. */
export function toggleGroup(tree: readonly GroupNode[], chosen: ReadonlySet<string>, key: string): readonly string[] {
  const leaves = new Set<string>();
  const walk = (node: GroupNode, isOn: boolean): void => {
    const on = isOn || chosen.has(node.key);
    if (node.children.length === 0 && on) leaves.add(node.key);
    node.children.forEach((child) => walk(child, on));
  };
  tree.forEach((node) => walk(node, false));
  const target = findGroup(tree, key);
  if (target === null) return [...chosen];
  const clicked = leavesOf(target);
  const isOn = clicked.every((leaf) => leaves.has(leaf));
  for (const leaf of clicked) {
    if (isOn) leaves.delete(leaf);
    else leaves.add(leaf);
  }
  return tree.flatMap((node) => namedBy(node, leaves));
}

function leavesOf(node: GroupNode): readonly string[] {
  return node.children.length === 0 ? [node.key] : node.children.flatMap(leavesOf);
}

function namedBy(node: GroupNode, leaves: ReadonlySet<string>): readonly string[] {
  if (leavesOf(node).every((leaf) => leaves.has(leaf))) return [node.key];
  return node.children.flatMap((child) => namedBy(child, leaves));
}

/** How many images carry each label: the table "so far". It follows single images, because a run finishes them one by one. */
export interface LabelCounts {
  add(names: Named): void;
  /** One that was added. */
  remove(names: Named): void;
  /** Most frequent first. */
  read(): readonly GroupNode[];
}

export function createLabelCounts(): LabelCounts {
  const counts = new Map<string, { node: GroupNode; count: number }>();
  const keyOf = (names: Named) => groupKeysOf(names).at(-1)!;
  return {
    add(names) {
      const key = keyOf(names);
      const found = counts.get(key);
      if (found === undefined) counts.set(key, { node: nodeFor(key, names), count: 1 });
      else found.count += 1;
    },
    remove(names) {
      const key = keyOf(names);
      const found = counts.get(key);
      if (found === undefined) throw new Error(`image-groups: ${key} was not counted`);
      found.count -= 1;
      if (found.count === 0) counts.delete(key);
    },
    read: () =>
      [...counts.values()]
        .map(({ node, count }) => ({ ...node, count }))
        .toSorted((a, b) => b.count - a.count || a.key.localeCompare(b.key)),
  };
}

/** The node with this key, at any height. */
export function findGroup(tree: readonly GroupNode[], key: string): GroupNode | null {
  for (const node of tree) {
    const found = node.key === key ? node : findGroup(node.children, key);
    if (found !== null) return found;
  }
  return null;
}

/** The nodes whose name has all the words, with what is above them; a group that is found comes with all that is in it. */
export function searchTree(
  tree: readonly GroupNode[],
  text: string,
  nameOf: (node: GroupNode) => string,
): readonly GroupNode[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return tree;
  const isFound = (node: GroupNode) => {
    const name = nameOf(node).toLocaleLowerCase();
    return words.every((word) => name.includes(word));
  };
  const search = (node: GroupNode): readonly GroupNode[] => {
    if (isFound(node)) return [node];
    const children = node.children.flatMap(search);
    return children.length === 0 ? [] : [{ ...node, children }];
  };
  return tree.flatMap(search);
}
