import type { ImageProblem } from '../../domain/failure';
import type { ImageSource } from '../../files/image-source';

export type PhotoUrl = { readonly url: string } | { readonly problem: ImageProblem };

/** Full-size photos as object URLs: the one on screen and its neighbours. */
const MOST_PHOTOS = 4;

export interface PhotoUrls {
  url(source: ImageSource | null, filepath: string): Promise<PhotoUrl>;
  clear(): void;
}

export function createPhotoUrls(): PhotoUrls {
  const urls = new Map<string, string>();

  function forgetOldest(): void {
    const oldest = urls.entries().next();
    if (oldest.done === true) return;
    const [filepath, url] = oldest.value;
    URL.revokeObjectURL(url);
    urls.delete(filepath);
  }

  return {
    async url(source, filepath) {
      const known = urls.get(filepath);
      if (known !== undefined) return { url: known };
      if (source === null) return { problem: { code: 'file-missing', detail: 'the folder is not connected' } };
      const opened = await source.open(filepath);
      if (opened.kind === 'unreadable') return { problem: opened.problem };
      const url = URL.createObjectURL(opened.file);
      urls.set(filepath, url);
      while (urls.size > MOST_PHOTOS) forgetOldest();
      return { url };
    },
    clear() {
      while (urls.size > 0) forgetOldest();
    },
  };
}
