import { finishPieces } from './finish-pieces';
import { commonNameOf, scientificNameOf } from './label';
import { nameWords } from './name-words';
import { isNearPrefix } from './near-prefix';
import type { RollupLevel } from './prediction';
import { ROLLUP_LEVELS } from './rollup';
import { KEY_PARTS } from './taxon-key';

/** A taxon that was found. */
export interface FoundTaxon {
  /** The whole label line. */
  readonly label: string;
  /** `class;order;family;genus;species`. */
  readonly key: string;
  /** Its own rank; `kingdom` for labels without a class: animal, blank, vehicle. */
  readonly level: RollupLevel;
}

/**
 * Answers a query with the best taxa first, at most `limit`. `liftOf` says how far a label is to be moved up among those that
 * are found as well: 0 = not at all, 1 = beside names that begin with the query, up to 1.5 = before them. A name that is
 * the query stays first.
 */
export type TaxonSearch = (query: string, limit: number, liftOf?: (label: string) => number) => readonly FoundTaxon[];

/** The names by which a label is found; the better known first. */
export type NamesOfLabel = (label: string) => readonly string[];

/** Between two pieces of the preparation lie this many labels. */
const PIECE = 100;

/** A query word of fewer letters is taken as it is written. */
const GUESSED_FROM = 5;

/** Longer queries are pasted text: what follows is not read. */
const MAX_QUERY = 200;

interface Entry {
  readonly found: FoundTaxon;
  /** The names as words that are searched. */
  readonly names: readonly string[];
}

/** Each word of the names with the entries (by number) that have it. */
type Vocabulary = ReadonlyMap<string, readonly number[]>;

/** What a guessed word costs: more than all words of a query that are not guessed. */
const GUESS = 1_000;

/**
 * Prepares a search over label lines, of a taxonomy (`taxonomy.labels.values()`) or a label list, by common or scientific
 * name. Each word of the query must begin a word of the names, in any order; capitals, accents and apostrophes do not
 * count. First come names that are the query, then names that begin with it, then the others, shorter names first. Where
 * that leaves room, words of five letters or more may differ by one letter that is missing, too many, another, or swapped
 * with its neighbour. Lines without seven parts are left out. `namesOf` gives other names than these two.
 */
export function createTaxonSearch(labels: Iterable<string>, namesOf?: NamesOfLabel): TaxonSearch {
  return finishPieces(prepareTaxonSearch(labels, namesOf));
}

/** The same preparation in pieces, so that the page can answer in between. */
export function* prepareTaxonSearch(
  labels: Iterable<string>,
  namesOf: NamesOfLabel = ownNamesOf,
): Generator<void, TaxonSearch> {
  const entries: Entry[] = [];
  const vocabulary = new Map<string, number[]>();
  for (const label of labels) {
    const entry = entryOf(label, namesOf);
    if (entry === null) continue;
    enter(vocabulary, entry.names, entries.push(entry) - 1);
    if (entries.length % PIECE === 0) yield;
  }
  return searchIn(entries, vocabulary);
}

const ownNamesOf: NamesOfLabel = (label) => [commonNameOf(label), scientificNameOf(label)];

function searchIn(entries: readonly Entry[], vocabulary: Vocabulary): TaxonSearch {
  return (query, limit, liftOf = () => 0) => {
    const words = nameWords(query.slice(0, MAX_QUERY));
    if (words.length === 0 || limit <= 0) return [];
    let costs = matchAll(words, vocabulary, false);
    if (costs.size < limit && words.some((word) => word.length >= GUESSED_FROM)) {
      costs = matchAll(words, vocabulary, true);
    }
    const text = words.join(' ');
    return [...costs]
      .map(([index, cost]) => {
        const entry = entries[index]!;
        const { distance, length } = nearestName(entry, text);
        return { entry, cost, index, length, distance: distance === 0 ? 0 : distance - liftOf(entry.found.label) };
      })
      .sort(
        (left, right) =>
          Math.floor(left.cost / GUESS) - Math.floor(right.cost / GUESS) ||
          left.distance - right.distance ||
          left.cost - right.cost ||
          left.length - right.length ||
          left.index - right.index,
      )
      .slice(0, limit)
      .map(({ entry }) => entry.found);
  };
}

/** The rank that a key `class;order;family;genus;species` names; `kingdom` when it names none. */
export function levelOfKey(key: string): RollupLevel {
  const depth = key.split(';').findLastIndex((rank) => rank !== '') + 1;
  return ROLLUP_LEVELS[KEY_PARTS - depth] ?? 'kingdom';
}

function entryOf(label: string, namesOf: NamesOfLabel): Entry | null {
  const parts = label.split(';');
  if (parts.length !== 7) return null;
  const ranks = parts.slice(1, 6);
  const key = ranks.join(';');
  const names = namesOf(label).map((name) => nameWords(name).join(' '));
  return { found: { label, key, level: levelOfKey(key) }, names: [...new Set(names)].filter(Boolean) };
}

function enter(vocabulary: Map<string, number[]>, names: readonly string[], index: number): void {
  for (const word of new Set(names.flatMap((name) => name.split(' ').flatMap(beginningsOf)))) {
    const holders = vocabulary.get(word);
    if (holders === undefined) vocabulary.set(word, [index]);
    else holders.push(index);
  }
}

/** Scripts that put no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What a query may begin: a word; where words are not parted, any place in it. */
function beginningsOf(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word];
  const letters = Array.from(word);
  return letters.map((_, index) => letters.slice(index).join(''));
}

/** The entries that meet every word, with the sum of their costs. */
function matchAll(words: readonly string[], vocabulary: Vocabulary, isGuessing: boolean): ReadonlyMap<number, number> {
  const [first, ...others] = words.map((word) => matchWord(word, vocabulary, isGuessing));
  const sums = new Map(first);
  for (const costs of others) {
    for (const [index, sum] of sums) {
      const cost = costs.get(index);
      if (cost === undefined) sums.delete(index);
      else sums.set(index, sum + cost);
    }
  }
  return sums;
}

/** The entries that meet one word, each with the cost of its best match. */
function matchWord(word: string, vocabulary: Vocabulary, isGuessing: boolean): ReadonlyMap<number, number> {
  const costs = new Map<number, number>();
  for (const [known, holders] of vocabulary) {
    const cost = costOf(word, known, isGuessing);
    if (cost === null) continue;
    for (const index of holders) costs.set(index, Math.min(cost, costs.get(index) ?? cost));
  }
  return costs;
}

/** A word that is the known one costs nothing, one that begins it 1; a guess costs more than all of these together. */
function costOf(word: string, known: string, isGuessing: boolean): number | null {
  if (known.startsWith(word)) return known.length === word.length ? 0 : 1;
  if (!isGuessing || word.length < GUESSED_FROM || !isNearPrefix(word, known)) return null;
  return known.length <= word.length + 1 ? GUESS : GUESS + 1;
}

/** 0 = one of the names is the query, 1 = one begins with it, 2 = neither; and the length of that name, or of the shortest. */
function nearestName({ names }: Entry, text: string): { readonly distance: number; readonly length: number } {
  if (names.includes(text)) return { distance: 0, length: text.length };
  const lengthOf = (some: readonly string[]) => Math.min(...some.map((name) => name.length));
  const beginning = names.filter((name) => name.startsWith(text));
  if (beginning.length > 0) return { distance: 1, length: lengthOf(beginning) };
  return { distance: 2, length: lengthOf(names) };
}
