import { codePointRank } from './python-text';

const SLASH = '/'.charCodeAt(0);

/**
 * Orders paths as the reference lists a folder: by path components, each compared by code point (Python's pathlib), so
 * `d/sub/z.jpg` < `d/sub-2/q.jpg` < `d/sub.jpg`. Forward slashes, no empty components.
 */
export function comparePathsByComponents(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    // Equal units at the same place have the same rank, and different ones another.
    if (left.charCodeAt(index) !== right.charCodeAt(index)) return rankAt(left, index) - rankAt(right, index);
  }
  return left.length - right.length;
}

/** The end of a component comes before all that could continue it; a first slash is the root, a component of its own. */
function rankAt(path: string, index: number): number {
  const unit = path.charCodeAt(index);
  return unit === SLASH && index > 0 ? -1 : codePointRank(unit);
}
