import Fuse from 'fuse.js';
import { commonNameOf } from '../../../domain/label';
import { isSpecialLabel, type LabelCatalogue } from '../../../domain/labels/label-catalogue';
import { nameWords } from '../../../domain/name-words';
import { prepareTaxonSearch } from '../../../domain/search-taxa';
import { labelMessages } from '../../messages/label-messages';
import { lineName } from '../images/image-words';
import { readLabel } from '../images/read-label';

/** Label lines for a query, best first. `liftOf`: see `TaxonSearch`. */
export type LabelSearch = (query: string, limit: number, liftOf?: (label: string) => number) => readonly string[];

/** More guesses than these are not worth reading. */
const MOST_GUESSES = 8;
/** Shorter queries are like too much. */
const GUESSED_FROM = 5;

/**
 * Prepares a search in pieces, over the person's names, the package's, the scientific ones and other words for what is no
 * taxon. What the search of the domain does not find is looked for once more, letter by letter: "hypopotamus", "wilderbeast".
 */
export function* prepareLabelSearch({ labels }: LabelCatalogue): Generator<void, LabelSearch> {
  const exact = yield* prepareTaxonSearch(labels, namesOfLabel);
  let guesses: ((query: string) => readonly string[]) | null = null;
  return (query, limit, liftOf) => {
    const found = exact(query, limit, liftOf).map(({ label }) => label);
    const words = nameWords(query).join(' ');
    if (found.length > 0 || words.length < GUESSED_FROM) return found;
    guesses ??= createGuesses(labels);
    return guesses(words).slice(0, limit);
  };
}

/** Each word must be near a part of one name. Chosen and measured in docs/adr/0008. */
function createGuesses(labels: readonly string[]): (words: string) => readonly string[] {
  const entries = labels.map((label) => ({
    label,
    names: namesOfLabel(label).map((name) => nameWords(name).join(' ')),
  }));
  const fuse = new Fuse(entries, {
    keys: ['names'],
    threshold: 0.35,
    ignoreLocation: true,
    useExtendedSearch: true, // the words of the query in any order; words have no signs that mean something to it
  });
  return (words) => fuse.search(words, { limit: MOST_GUESSES }).map(({ item }) => item.label);
}

/** The names by which people look for a label, in their own words first. */
export function namesOfLabel(line: string): readonly string[] {
  const { kind, scientificName } = readLabel(line);
  const others = isSpecialLabel(line) ? labelMessages.synonyms[kind] : [commonNameOf(line)];
  return [lineName(line), ...others, scientificName].filter((name) => name !== '');
}
