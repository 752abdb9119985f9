/** Letters of their own that are no letter with an accent, as people type them who don't have them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A name as the words that are compared: no accents, no capitals, no apostrophes, parted at everything that is neither a
 * letter nor a digit. Of any language: Han, Arabic or Cyrillic letters stay as they are.
 */
export function nameWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter]!);
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** True when two names are the same words: "Grévy's zebra" and "grevys  Zebra". */
export function isSameName(left: string, right: string): boolean {
  return nameWords(left).join(' ') === nameWords(right).join(' ');
}
