import type { ListedImage } from './survey';

/** Images of a listing in columns, each with one place for each image: the browser copies numbers as plain memory, objects one by one. */
export interface ListedPage {
  /** In the listing's own order. */
  readonly filepaths: readonly string[];
  /** Bytes. */
  readonly sizes: Float64Array;
  /** Milliseconds since 1970, as the file system says. */
  readonly modified: Float64Array;
}

/** Puts images into columns. */
export function listedPageOf(images: readonly ListedImage[]): ListedPage {
  const filepaths: string[] = [];
  const sizes = new Float64Array(images.length);
  const modified = new Float64Array(images.length);
  for (const [at, { filepath, size, lastModified }] of images.entries()) {
    filepaths.push(filepath);
    sizes[at] = size;
    modified[at] = lastModified;
  }
  return { filepaths, sizes, modified };
}
