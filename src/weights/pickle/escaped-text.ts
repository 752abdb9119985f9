import type { PickleBytes } from './pickle-bytes';

const ESCAPES = /\\(?:x([0-9a-f]{2})|([\\'"abfnrtv]))/gi;
const UNICODE_ESCAPES = /\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/g;
const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const LAST_CODE_POINT = 0x10ffff;

/** A text of Python 2 in its quotes: `'it\'s'` (protocol 0, STRING). @throws CheckpointError */
export function unescapeString(line: string, bytes: PickleBytes): string {
  const quote = line[0];
  if (line.length < 2 || (quote !== "'" && quote !== '"') || !line.endsWith(quote)) {
    throw bytes.damaged('a text without its quotes');
  }
  return line
    .slice(1, -1)
    .replace(ESCAPES, (_, hex: string | undefined, char: string) =>
      hex === undefined ? (CONTROLS[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** A text whose characters beyond one byte are escaped: `\u00f1` (protocol 0, UNICODE). @throws CheckpointError */
export function unescapeUnicode(line: string, bytes: PickleBytes): string {
  return line.replace(UNICODE_ESCAPES, (_, short: string | undefined, long: string | undefined) => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (code > LAST_CODE_POINT) throw bytes.damaged('a character that does not exist');
    return String.fromCodePoint(code);
  });
}
