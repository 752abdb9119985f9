import { ParseError } from '../parse-error';

/**
 * A rule that finds an image's camera in its path: the folder it lies in, or the one so many `levels` above it (megadetector
 * 10.0.24, nDirLevelsFromLeaf). Forward slashes; an image without a folder is of camera `''`. As in the reference, the rule
 * throws a ParseError for a path that has fewer folders than that.
 */
export function leafFolder(levels = 0): (filepath: string) => string {
  return (filepath) => {
    let folder = folderOf(filepath);
    for (let level = 0; level < levels; level++) folder = folderOf(folder);
    if (levels > 0 && folder === '') throw new ParseError(filepath, `more than ${levels} folders`, 'fewer');
    return folder;
  };
}

/** What Python's os.path.dirname says of a path. */
function folderOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return /^\/*$/.test(folder) ? folder : folder.replace(/\/+$/, '');
}
