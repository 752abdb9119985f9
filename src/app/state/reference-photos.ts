import { identifyPhoto, type ReferencePhoto, type ReferencePhotos } from '../../domain/published-results';

/** A reference photo that is here, whatever its name is. */
export interface FoundPhoto {
  readonly photo: ReferencePhoto;
  readonly file: File;
}

/** What dropped or chosen files are to the reference's photos. */
export interface FoundPhotos {
  /** In the reference's order, each once. */
  readonly found: readonly FoundPhoto[];
  /** Files with the name of a reference photo, but other bytes. */
  readonly altered: readonly string[];
  /** Files that are none of them. */
  readonly others: number;
}

/**
 * Finds the reference's photos by the SHA-256 of their bytes. Only files of a right size are read, so that a folder of
 * thousands costs nothing. Rejects when a file can't be read, or when `signal` aborts.
 */
export async function findReferencePhotos(
  photos: ReferencePhotos,
  files: readonly File[],
  signal: AbortSignal,
): Promise<FoundPhotos> {
  const sizes = new Set(photos.files.map(({ size }) => size));
  const byPhoto = new Map<ReferencePhoto, File>();
  const altered: string[] = [];
  let others = 0;
  for (const file of files) {
    signal.throwIfAborted();
    const sha256 = sizes.has(file.size) ? await sha256Of(file) : '';
    const identity = identifyPhoto(photos, { name: file.name, sha256 });
    if (identity.kind === 'reference') byPhoto.set(identity.photo, file);
    else if (identity.kind === 'altered') altered.push(identity.name);
    else others += 1;
  }
  const found = photos.files.flatMap((photo) => {
    const file = byPhoto.get(photo);
    return file === undefined ? [] : [{ photo, file }];
  });
  return { found, altered, others };
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
