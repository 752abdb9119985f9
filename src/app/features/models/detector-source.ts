import type { CatalogEntry, ManualDownload } from '../../../domain/model-catalog';

/** A missing detector as a person finds it. */
export interface DetectorSource {
  readonly fileName: string;
  /** Where its authors publish it; null when the catalog does not list the file. */
  readonly manual: ManualDownload | null;
}

/**
 * @param missing as info.json gives it: a file name, or an address in which colons and slashes have become underscores
 */
export function detectorSourceOf(missing: string, entries: readonly CatalogEntry[]): DetectorSource {
  for (const { manual, files } of entries) {
    const file = files.find(({ name }) => missing.toLowerCase().endsWith(name.toLowerCase()));
    if (manual !== null && file !== undefined) return { fileName: file.name, manual };
  }
  return { fileName: missing.slice(missing.lastIndexOf('/') + 1), manual: null };
}
