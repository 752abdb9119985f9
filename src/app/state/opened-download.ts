import type { CatalogEntry, DownloadFile } from '../../domain/model-catalog';
import type { DownloadStore, StoredDownload } from '../../storage/download-store';
import { bytesOf } from './fetch-download';

/** What an earlier visit stored of this very download, or a new one. */
export async function openDownload(store: DownloadStore, entry: CatalogEntry, index: number): Promise<StoredDownload> {
  const stored = await store.read(entry.id);
  if (stored !== null && isSameDownload(stored, entry, index)) return stored;
  const begun: StoredDownload = {
    id: entry.id,
    name: `${entry.name} ${entry.version}`,
    download: index,
    startedAt: Date.now(),
    files: filesOf(entry, index).map(({ url, name }) => ({
      url,
      name,
      etag: null,
      size: null,
      pieces: 0,
      bytes: 0,
      isComplete: false,
    })),
  };
  await store.begin(begun);
  return begun;
}

/** True when the catalog still lists for the entry what was agreed to. */
export function isSameDownload(stored: StoredDownload, entry: CatalogEntry, index: number): boolean {
  const files = entry.downloads[index]?.files ?? [];
  return (
    stored.download === index &&
    stored.files.length === files.length &&
    stored.files.every(({ url, name }, n) => url === files[n]?.url && name === files[n].name)
  );
}

/** The files of one of the entry's sources. */
export function filesOf(entry: CatalogEntry, index: number): readonly DownloadFile[] {
  const download = entry.downloads[index];
  if (download === undefined) throw new Error(`${entry.id}: expected one of its ${entry.downloads.length} downloads`);
  return download.files;
}

/** Bytes of all files: as the servers say, else as the catalog says for people, unless that is passed already. */
export function sizeOf(stored: StoredDownload, entry: CatalogEntry | null): number | null {
  if (stored.files.every(({ size }) => size !== null))
    return stored.files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const size = entry?.size ?? null;
  return size !== null && size > bytesOf(stored) ? size : null;
}
