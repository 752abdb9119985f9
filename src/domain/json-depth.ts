const [QUOTE, BACKSLASH] = [34, 92];
const OPENING: ReadonlySet<number> = new Set([91, 123]);
const CLOSING: ReadonlySet<number> = new Set([93, 125]);

/**
 * Whether lists and objects stand in each other more than `most` deep in a JSON text; brackets in texts do not count. Told
 * without making anything of it: a file of brackets alone costs a parser fifty times its size, or all of its stack.
 */
export function isDeeperThan(most: number, json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (OPENING.has(code) && ++depth > most) return true;
    if (CLOSING.has(code)) depth -= 1;
    if (code === QUOTE) at = endOfText(json, at);
  }
  return false;
}

function endOfText(json: string, from: number): number {
  let at = from + 1;
  for (; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) at += 1;
  }
  return at;
}
