import type { Inference } from '../../domain/inference';
import type { ListedImage } from '../../domain/survey';
import type { SurveyImage } from './app-state';
import { factOf } from './survey-row';

/** What was known of a listed file when its fact was made; `size` 0 = not known. */
export interface KnownFile {
  readonly size: number;
  readonly problem: Inference['problem'];
}

/** What is known of each image with a fact, before a new listing replaces it. */
export function knownFilesOf(images: Iterable<SurveyImage>): ReadonlyMap<string, KnownFile> {
  const known = new Map<string, KnownFile>();
  for (const image of images) {
    const fact = factOf(image);
    if (fact !== null) known.set(image.filepath, { size: image.size, problem: fact.problem });
  }
  return known;
}

/**
 * Paths whose fact no longer holds: the file has another size now, so that what is known is known of another picture; or it
 * was missing and is here again.
 */
export function outdatedFilepaths(known: ReadonlyMap<string, KnownFile>, listed: readonly ListedImage[]): string[] {
  return listed.flatMap(({ filepath, size }) => {
    const file = known.get(filepath);
    if (file === undefined || size === 0) return [];
    const isChanged = file.size > 0 && file.size !== size;
    return isChanged || file.problem?.code === 'file-missing' ? [filepath] : [];
  });
}
