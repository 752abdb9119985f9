import { JSONParser, TokenType } from '@streamparser/json';
import { ParseError } from '../domain/parse-error';

/** Lists that result files of the reference programs hold, one entry for each image. */
export type ResultsList = 'predictions' | 'images' | 'instances';

/** What stands in a result file beside its list. */
export interface ResultsHead {
  /** The list that was in it; null = none of those known. */
  readonly list: ResultsList | null;
  /** The other values known to be small: `info` and the tables of categories. */
  readonly values: Readonly<Record<string, unknown>>;
}

const LISTS: readonly ResultsList[] = ['predictions', 'images', 'instances'];
const VALUES = [
  'info',
  'detection_categories',
  'classification_categories',
  'classification_category_descriptions',
] as const;

/** More than anyone's survey holds; a file beyond is not a result file, or a hostile one. */
const MOST_ITEMS = 5_000_000;
/** Characters of one entry: an image with thousands of boxes has some hundred thousand. */
const LONGEST_ITEM = 16_000_000;
/** Lists and objects in each other: Python gives up at about 1,000, and no result file is a tenth as deep. */
const DEEPEST = 500;
/** Bytes read at a time: some milliseconds of the page's time. */
const PIECE = 64 * 1024;

/**
 * Reads a JSON result file piece by piece, so that a file of 100,000 images neither stops the page nor lies in memory
 * twice. Each entry of its list goes to `onItem` as it comes, unchecked. Throws ParseError for what is no JSON, for two
 * lists in one file, and beyond the limits; rejects with the browser's DOMException when the file can't be read.
 */
export async function readResultsFile(
  file: Blob & { readonly name?: string },
  onItem: (item: unknown, list: ResultsList) => void,
  signal?: AbortSignal,
): Promise<ResultsHead> {
  const where = file.name ?? 'file';
  const values: Record<string, unknown> = {};
  let list: ResultsList | null = null;
  let items = 0;
  let bytesSinceItem = 0;
  const parser = new JSONParser({
    paths: [...LISTS.map((name) => `$.${name}.*`), ...VALUES.map((name) => `$.${name}`)],
    keepStack: false,
  });
  parser.onValue = ({ value, key, stack }) => {
    bytesSinceItem = 0;
    const name = stack[1]?.key;
    const found = typeof key === 'number' ? LISTS.find((known) => known === name) : undefined;
    if (found === undefined) {
      values[String(key)] = value;
      return;
    }
    if (list !== null && list !== found) throw new ParseError(where, `one list, ${list}`, `${found} too`);
    list = found;
    if (++items > MOST_ITEMS) throw new ParseError(where, `at most ${MOST_ITEMS} entries`, 'more');
    onItem(value, found);
  };
  let depth = 0;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > DEEPEST) throw new ParseError(where, `at most ${DEEPEST} lists and objects in each other`, 'more');
  };
  let failure: unknown = null;
  parser.onError = (error) => {
    failure ??= error;
  };
  for (let start = 0; start < file.size; start += PIECE) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
    bytesSinceItem += bytes.length;
    if (bytesSinceItem > LONGEST_ITEM) {
      throw new ParseError(where, `entries of at most ${LONGEST_ITEM} bytes`, 'a longer one');
    }
    parser.write(start === 0 ? withoutMark(bytes) : bytes);
    if (failure !== null) throw asParseError(failure, where);
  }
  if (!parser.isEnded) throw new ParseError(where, 'a whole JSON object', 'a file that ends early');
  return { list, values };
}

/** A byte-order mark, as editors on Windows put before a text; the reference refuses it, people have no use for that. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function asParseError(error: unknown, where: string): unknown {
  if (error instanceof ParseError) return error;
  return new ParseError(where, 'JSON', error instanceof Error ? error.message : String(error));
}
