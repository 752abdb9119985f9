/** Characters that Windows, the strictest of them, does not take in a file's name. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]+/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 100;

/** A file name that every system takes: `suggestFileName('Lauf 3: Süd', '-speciesnet.json')`. */
export function suggestFileName(name: string, ending: string): string {
  const plain = Array.from(name.normalize('NFC').replace(FORBIDDEN, ' ')).slice(0, LONGEST).join('');
  const trimmed = plain.replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '');
  const usable = trimmed === '' || RESERVED.test(trimmed) ? `survey${trimmed === '' ? '' : `-${trimmed}`}` : trimmed;
  return usable + ending;
}
