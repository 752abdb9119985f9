import type { ListedImage, Survey } from '../domain/survey';
import type { ListingStore } from './listing-store';
import type { SurveyFolder, SurveyStore } from './survey-store';

/** A survey that this folder belongs to, and why we think so. */
export interface SurveyMatch {
  readonly survey: Survey;
  readonly matchedBy: 'handle' | 'listing';
  /** How many of the survey's listed images the folder holds with the same path and size, 0 to 1. */
  readonly equalShare: number;
  /** Images of the survey whose file has another size now: what is known of them is of another picture. */
  readonly changedFilepaths: readonly string[];
}

/** Below this share, a folder of the same name holds other photos. */
const LISTING_SHARE = 0.95;
/** A handle is the place on the disk: every memory card comes as the same E:\DCIM, so the photos are looked at, too. */
const HANDLE_SHARE = 0.5;

/**
 * Finds the survey of a folder again: by its handle, else by root name, paths and sizes. `images` is the complete new
 * listing. New photos beside the known ones do not count against a match. The best match wins; null when there is none.
 */
export async function findSurveyForFolder(
  stores: { readonly surveys: SurveyStore; readonly listings: ListingStore },
  folder: SurveyFolder & { readonly images: readonly ListedImage[] },
): Promise<SurveyMatch | null> {
  const sizes = new Map(folder.images.map(({ filepath, size }) => [filepath, size]));
  const matches: SurveyMatch[] = [];
  for (const survey of await stores.surveys.listSurveys()) {
    const known = await stores.surveys.readFolder(survey.id);
    if (known === null) continue;
    const isSamePlace = await isSameFolder(known.handle, folder.handle);
    if (!isSamePlace && known.rootName !== folder.rootName) continue;
    const { listed, equal, changedFilepaths } = await compareListing(stores.listings, survey.id, sizes);
    const equalShare = listed === 0 ? 0 : equal / listed;
    // Nothing listed yet (cut off at once): only the handle can tell.
    const isMatch = isSamePlace ? listed === 0 || equalShare >= HANDLE_SHARE : equalShare >= LISTING_SHARE;
    if (isMatch) matches.push({ survey, matchedBy: isSamePlace ? 'handle' : 'listing', equalShare, changedFilepaths });
  }
  matches.sort(
    (a, b) => Number(b.matchedBy === 'handle') - Number(a.matchedBy === 'handle') || b.equalShare - a.equalShare,
  );
  return matches[0] ?? null;
}

async function isSameFolder(known: FileSystemDirectoryHandle | null, given: FileSystemDirectoryHandle | null) {
  return known !== null && given !== null && (await known.isSameEntry(given));
}

async function compareListing(listings: ListingStore, surveyId: string, given: ReadonlyMap<string, number>) {
  let listed = 0;
  let equal = 0;
  const changedFilepaths: string[] = [];
  await listings.readListing(surveyId, ({ filepaths, sizes }) => {
    listed += filepaths.length;
    filepaths.forEach((filepath, at) => {
      if (given.get(filepath) === sizes[at]) equal++;
      else if (given.has(filepath)) changedFilepaths.push(filepath);
    });
  });
  return { listed, equal, changedFilepaths };
}
