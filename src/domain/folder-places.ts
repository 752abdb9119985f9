import { isGiven, type Place } from './place';

/** The place of all images in a folder and below it. */
export interface FolderPlace {
  /** Relative to the survey's folder, forward slashes; empty for all images. */
  readonly folder: string;
  readonly place: Place;
}

/**
 * Prepares the answer to: the place of which folder counts for this filepath? The deepest one that contains it; null when none
 * does. Folders without a country do not count, of two places for one folder the last does.
 */
export function createFolderLookUp(places: readonly FolderPlace[]): (filepath: string) => FolderPlace | null {
  const byFolder = new Map<string, FolderPlace | null>();
  for (const { folder, place } of places) {
    const name = folder.replace(/\/+$/, '');
    if (isGiven(place.country)) byFolder.set(name, { folder: name, place });
  }
  if (byFolder.size === 0) return () => null;
  // Folders without a place of their own are entered as they are met, so each is looked for once.
  const find = (folder: string): FolderPlace | null => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = folder === '' ? null : find(parentOf(folder));
    byFolder.set(folder, found);
    return found;
  };
  return (filepath) => find(parentOf(filepath));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
