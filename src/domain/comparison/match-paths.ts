/** Which files of two results are the same, and how that was found out. */
export interface PathMatches {
  /** `exact`: as they are, but for backslashes. `without-prefix`: after the prefixes were taken away. `none`: not one was. */
  readonly method: 'exact' | 'without-prefix' | 'none';
  /** With a slash at the end, or empty. Paths without it could not be matched. */
  readonly prefixA: string;
  readonly prefixB: string;
  /** A's path to B's, as each result spells it, in A's order. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Paths without a partner, in their order; the second of two that are spelled differently but are the same, too. */
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
}

/** What is taken away in front of the paths of both sides. */
interface Prefixes {
  readonly prefixA: string;
  readonly prefixB: string;
}

/** One side's paths: what they are compared by, and how they were spelled. */
type PathsByKey = ReadonlyMap<string, string>;

const PATHS_PER_PIECE = 1000;
/** So many paths of each side vote on the prefixes. */
const VOTERS = 200;
/** Where folders repeat file names, votes go astray; the winner must have at least this share of them. */
const NEEDED_SHARE = 2 / 3;

/**
 * Finds the same files in two results, giving way in between. People's files hold absolute paths, or the folder's name in front
 * of them, so when no path is the same, a prefix is looked for on each side without which they are: the shortest that most
 * paths agree on. Backslashes are slashes, `./` in front does not count, and accents may be composed or not.
 */
export function* matchPaths(a: Iterable<string>, b: Iterable<string>): Generator<void, PathMatches> {
  const pathsA = yield* keyPaths(a);
  const pathsB = yield* keyPaths(b);
  const exact = yield* pairWithout(pathsA, pathsB, { prefixA: '', prefixB: '' });
  if (exact.pairs.size > 0) return { method: 'exact', ...exact };
  const prefixes = yield* findPrefixes(pathsA, pathsB);
  if (prefixes === null) return { method: 'none', ...exact };
  return { method: 'without-prefix', ...(yield* pairWithout(pathsA, pathsB, prefixes)) };
}

interface KeyedPaths {
  readonly byKey: PathsByKey;
  readonly doubles: readonly string[];
  /** The folder that all paths have in common, with a slash at the end; empty when there is none. */
  readonly commonFolder: string;
}

function* keyPaths(paths: Iterable<string>): Generator<void, KeyedPaths> {
  const byKey = new Map<string, string>();
  const doubles: string[] = [];
  let commonFolder: string | null = null;
  let count = 0;
  for (const path of paths) {
    const key = path
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .normalize();
    if (byKey.has(key)) doubles.push(path);
    else byKey.set(key, path);
    commonFolder = commonFolder === null ? folderOf(key) : sharedFolder(commonFolder, key);
    if (++count % PATHS_PER_PIECE === 0) yield;
  }
  return { byKey, doubles, commonFolder: commonFolder ?? '' };
}

function* pairWithout(
  a: KeyedPaths,
  b: KeyedPaths,
  { prefixA, prefixB }: Prefixes,
): Generator<void, Omit<PathMatches, 'method'>> {
  const pairs = new Map<string, string>();
  const onlyInA: string[] = [];
  const taken = new Set<string>();
  let count = 0;
  for (const [key, path] of a.byKey) {
    const keyB = key.startsWith(prefixA) ? prefixB + key.slice(prefixA.length) : null;
    const partner = keyB === null ? undefined : b.byKey.get(keyB);
    if (partner === undefined) onlyInA.push(path);
    else {
      pairs.set(path, partner);
      taken.add(partner);
    }
    if (++count % PATHS_PER_PIECE === 0) yield;
  }
  const onlyInB: string[] = [];
  for (const path of b.byKey.values()) {
    if (!taken.has(path)) onlyInB.push(path);
    if (++count % PATHS_PER_PIECE === 0) yield;
  }
  return { prefixA, prefixB, pairs, onlyInA: [...onlyInA, ...a.doubles], onlyInB: [...onlyInB, ...b.doubles] };
}

function* findPrefixes(a: KeyedPaths, b: KeyedPaths): Generator<void, Prefixes | null> {
  const votes = new Map<string, { readonly prefixes: Prefixes; count: number }>();
  const commonA = foldersOf(a.commonFolder);
  const commonB = foldersOf(b.commonFolder);
  let sum = 0;
  const vote = (prefixes: Prefixes | null) => {
    if (prefixes === null) return;
    sum++;
    const key = JSON.stringify([prefixes.prefixA, prefixes.prefixB]);
    const entry = votes.get(key) ?? { prefixes, count: 0 };
    entry.count++;
    votes.set(key, entry);
  };
  for (const path of yield* sampleOf(a.byKey)) {
    vote(prefixesOf(path, commonB, b.byKey, (prefixA, prefixB) => ({ prefixA, prefixB })));
    yield;
  }
  for (const path of yield* sampleOf(b.byKey)) {
    vote(prefixesOf(path, commonA, a.byKey, (prefixB, prefixA) => ({ prefixA, prefixB })));
    yield;
  }
  const [winner] = [...votes.values()].sort((one, other) => other.count - one.count);
  return winner !== undefined && winner.count >= sum * NEEDED_SHARE ? winner.prefixes : null;
}

/** The shortest prefix of the path without which it is among `others`, behind one of their common folders. */
function prefixesOf(
  path: string,
  commonFolders: readonly string[],
  others: PathsByKey,
  toPrefixes: (own: string, other: string) => Prefixes,
): Prefixes | null {
  for (const own of foldersOf(path)) {
    const rest = path.slice(own.length);
    for (const common of commonFolders) if (others.has(common + rest)) return toPrefixes(own, common);
  }
  return null;
}

/** `''`, `a/`, `a/b/` for `a/b/c.jpg`. */
function foldersOf(path: string): readonly string[] {
  const folders = [''];
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    folders.push(path.slice(0, slash + 1));
  }
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The part of the folder that the path lies in as well. */
function sharedFolder(folder: string, path: string): string {
  let shared = folder;
  while (!path.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
  return shared;
}

function* sampleOf(paths: PathsByKey): Generator<void, readonly string[]> {
  const step = Math.ceil(paths.size / VOTERS);
  const sample: string[] = [];
  let index = 0;
  for (const key of paths.keys()) {
    if (index % step === 0) sample.push(key);
    if (++index % PATHS_PER_PIECE === 0) yield;
  }
  return sample;
}
