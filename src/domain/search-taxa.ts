import { commonNameOf, scientificNameOf } from './label';
import { isNearPrefix } from './near-prefix';
import type { RollupLevel } from './prediction';
import { ROLLUP_LEVELS } from './rollup';

/** A taxon that was found. */
export interface FoundTaxon {
  /** The whole label line. */
  readonly label: string;
  /** `class;order;family;genus;species`. */
  readonly key: string;
  /** Its own rank; `kingdom` for labels without a class: animal, blank, vehicle. */
  readonly level: RollupLevel;
}

/** Answers a query with the best taxa first, at most `limit`. */
export type TaxonSearch = (query: string, limit: number) => readonly FoundTaxon[];

/** A query word of fewer letters is taken as it is written. */
const GUESSED_FROM = 5;

/** Longer queries are pasted text: what follows is not read. */
const MAX_QUERY = 200;

interface Entry {
  readonly found: FoundTaxon;
  /** Common and scientific name as words that are searched. */
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
 * with its neighbour. Lines without seven parts are left out.
 */
export function createTaxonSearch(labels: Iterable<string>): TaxonSearch {
  const entries = entriesOf(labels);
  const vocabulary = vocabularyOf(entries);
  return (query, limit) => {
    const words = wordsOf(query.slice(0, MAX_QUERY));
    if (words.length === 0 || limit <= 0) return [];
    let costs = matchAll(words, vocabulary, false);
    if (costs.size < limit && words.some((word) => word.length >= GUESSED_FROM)) {
      costs = matchAll(words, vocabulary, true);
    }
    const text = words.join(' ');
    return [...costs]
      .map(([index, cost]) => ({ entry: entries[index]!, cost, index, ...nearestName(entries[index]!, text) }))
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

/** A text as the words that are compared: no accents, no capitals, no apostrophes, parted at everything that is no letter. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function entriesOf(labels: Iterable<string>): readonly Entry[] {
  const entries: Entry[] = [];
  for (const label of labels) {
    const parts = label.split(';');
    if (parts.length !== 7) continue;
    const ranks = parts.slice(1, 6);
    const depth = ranks.findLastIndex((rank) => rank !== '') + 1;
    const level = ROLLUP_LEVELS[ranks.length - depth]!; // five named ranks: species; none: kingdom
    const names = [commonNameOf(label), scientificNameOf(label)].map((name) => wordsOf(name).join(' '));
    entries.push({ found: { label, key: ranks.join(';'), level }, names: [...new Set(names)].filter(Boolean) });
  }
  return entries;
}

function vocabularyOf(entries: readonly Entry[]): Vocabulary {
  const vocabulary = new Map<string, number[]>();
  entries.forEach(({ names }, index) => {
    for (const word of new Set(names.flatMap((name) => name.split(' ')))) {
      const holders = vocabulary.get(word);
      if (holders === undefined) vocabulary.set(word, [index]);
      else holders.push(index);
    }
  });
  return vocabulary;
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
