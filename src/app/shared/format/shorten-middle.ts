import { graphemesOf } from './graphemes';

/** Cuts the middle out of a long name: its start says the place, its end the number and the ending. */
export function shortenMiddle(text: string, length: number): string {
  const letters = graphemesOf(text);
  if (letters.length <= length) return text;
  const tail = Math.ceil((length - 1) * 0.6);
  const head = Math.max(0, length - 1 - tail);
  return `${letters.slice(0, head).join('')}…${letters.slice(letters.length - tail).join('')}`;
}
