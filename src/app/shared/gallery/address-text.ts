/**
 * Text as it stands in the address: readable where the form of addresses allows it. "|" and "," are never left as they are, so
 * that both can stand between texts; a space is "+".
 */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('%20', '+')
    .replaceAll(/%2F|%3A|%3B|%3D/g, (code) => decodeURIComponent(code));
}

/** The text again; null for what was cut in the middle of an escape. */
export function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** Texts one after the other, or nothing at all when there are none. */
export function encodeList(texts: readonly string[], separator: ',' | '|' = ','): string | null {
  return texts.length === 0 ? null : texts.map(encodeText).join(separator);
}

/** The texts that can be read, each once. */
export function decodeList(text: string): readonly string[] {
  return [...new Set(text.split(',').map(decodeText))].filter((part) => part !== null && part !== '') as string[];
}

/** Exactly so many texts; null for any other number, or when one can't be read. */
export function decodeFields(text: string, count: number): readonly string[] | null {
  const fields = text.split('|').map(decodeText);
  return fields.length === count && fields.every((field) => field !== null) ? fields : null;
}

/** Reads "a=1&b=2" into pairs; the first of equal names counts. */
export function splitQuery(query: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const name = at === -1 ? part : part.slice(0, at);
    if (name !== '' && !pairs.has(name)) pairs.set(name, at === -1 ? '' : part.slice(at + 1));
  }
  return pairs;
}
