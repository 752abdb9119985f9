import type { ImageProblem } from '../../domain/failure';
import type { ImageSource } from '../../files/image-source';

export type PhotoUrl = { readonly url: string } | { readonly problem: ImageProblem };

/** Full-size photos as object URLs: the one on screen, and its neighbours in the list and in the event. */
const MOST_PHOTOS = 8;

export interface PhotoUrls {
  url(source: ImageSource | null, filepath: string): Promise<PhotoUrl>;
  clear(): void;
}

/** Keeps the photos that were asked for last and revokes the rest. */
export function createPhotoUrls(): PhotoUrls {
  const urls = new Map<string, Promise<PhotoUrl>>();

  function forget(filepath: string): void {
    const found = urls.get(filepath);
    urls.delete(filepath);
    void found?.then(
      (answer) => ('url' in answer ? URL.revokeObjectURL(answer.url) : undefined),
      () => undefined, // whoever asked was told
    );
  }

  return {
    async url(source, filepath) {
      const known = urls.get(filepath);
      if (known !== undefined) {
        urls.delete(filepath); // to the newest end of the map
        urls.set(filepath, known);
        return known;
      }
      if (source === null) return { problem: { code: 'file-missing', detail: 'the folder is not connected' } };
      const found = openAsUrl(source, filepath);
      urls.set(filepath, found);
      const forgetFailure = () => {
        if (urls.get(filepath) === found) urls.delete(filepath); // the disk may be back next time
      };
      void found.then((answer) => ('url' in answer ? undefined : forgetFailure()), forgetFailure);
      const oldest = urls.keys().next();
      if (urls.size > MOST_PHOTOS && oldest.done === false) forget(oldest.value);
      return found;
    },
    clear() {
      for (const filepath of [...urls.keys()]) forget(filepath);
    },
  };
}

/** The browser gets nothing that claims more pixels than the decoder would take: it would try to show it. */
async function openAsUrl(source: ImageSource, filepath: string): Promise<PhotoUrl> {
  const opened = await source.open(filepath);
  if (opened.kind === 'unreadable') return { problem: opened.problem };
  const { photoProblem } = await import('../../files/photo-problem');
  const problem = await photoProblem(opened.file);
  return problem === null ? { url: URL.createObjectURL(opened.file) } : { problem };
}
