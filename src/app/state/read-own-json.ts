import { ParseError } from '../../domain/parse-error';
import { parseJson } from '../../domain/partial-predictions';

/** Far above the largest that comes with the app, the texts of all licences. */
const MOST_BYTES = 16_000_000;

/**
 * A JSON file from the app's own address. It is the host's: who hosts the app may change it, so it is bounded like any other.
 * Rejects when it can't be had; throws ParseError for one that is too large, and for what is no JSON.
 */
export async function readOwnJson(path: string): Promise<unknown> {
  const response = await fetch(`${import.meta.env.BASE_URL}${path}`);
  if (!response.ok) throw new Error(`${path}: the host answered ${response.status}`);
  return parseJson(await readText(response, path), path);
}

/** Stops reading where the limit is. */
async function readText({ body }: Response, path: string): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new ParseError(path, `at most ${MOST_BYTES} bytes`, 'more');
    }
    text += decoder.decode(value, { stream: true });
  }
}
