const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The letters as a reader counts them: a letter with its accents is one. Plain ASCII names take the short way. */
export function graphemesOf(text: string): readonly string[] {
  if (/^[ -~]*$/.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
