import { messages } from '../../messages';
import type { ImageKind, ImageNames } from '../images/image-answer';
import type { LabelWords } from '../images/read-label';

/**
 * Finds the images whose path and names have all the words, in any order and in parts. A word has no space, so it is never found
 * across two of the texts: each is looked at by itself, and a label's once for all images that have it.
 */
export function createWordSearch(text: string): (filepath: string, names: ImageNames) => boolean {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const tests = words.map(createWordTest);
  return (filepath, names) => {
    const path = filepath.toLocaleLowerCase();
    return tests.every((hasWord) => hasWord(names, path));
  };
}

function createWordTest(word: string): (names: ImageNames, path: string) => boolean {
  const answers = new Map<LabelWords, boolean>();
  const isInLabel = (label: LabelWords): boolean => {
    const known = answers.get(label);
    if (known !== undefined) return known;
    const answer = [label.commonName, label.scientificName, ...label.taxa].some((name) => isIn(name));
    answers.set(label, answer);
    return answer;
  };
  const isIn = (name: string) => name.toLocaleLowerCase().includes(word);
  return ({ label, others, kind }, path) =>
    path.includes(word) ||
    (label !== null && isInLabel(label)) ||
    others.some(isInLabel) ||
    kindWords(kind).some((name) => name.includes(word));
}

/** What a category is called in results, and in the language of the screen. */
function kindWords(kind: ImageKind): readonly string[] {
  const stored = kind === 'human' ? 'person' : kind;
  if (kind === 'failed' || kind === 'waiting') return [stored];
  return [stored, messages.common.categories[kind].toLocaleLowerCase()];
}
