import { expectTextUpTo } from './bounded-values';
import { ParseError } from './parse-error';

const MAX_LENGTH = 4096;

/**
 * A filepath of another computer as ours are: relative, forward slashes, no empty part. Parts `.` and `..` are refused whatever
 * the slashes, for files may be written under such paths. Throws ParseError otherwise.
 */
export function expectFilepath(value: unknown, where: string): string {
  const path = expectTextUpTo(value, MAX_LENGTH, where);
  const isClean = path.split(/[/\\]/).every((part) => part !== '.' && part !== '..');
  if (isClean && !path.split('/').includes('') && !path.includes('\0')) return path;
  throw new ParseError(where, 'a path inside a folder', `"${path.slice(0, 80)}"`);
}
