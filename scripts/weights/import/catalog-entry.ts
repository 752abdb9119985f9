import { parseModelCatalog } from '../../../src/domain/model-catalog';
import type { WrittenFile } from './describe-files';

/** What is known about the package's parts: the official ones, or nothing. */
export interface PackageOrigin {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly citation: string;
}

/** For weights that nobody published under a hash that we know. */
const UNKNOWN = 'not known: to be filled in';

/** Origin of a package from those of its parts, the classifier's first; `fallback` names it when there are none. */
export function joinOrigins(
  origins: readonly PackageOrigin[],
  fallback: { readonly name: string; readonly version: string },
): PackageOrigin {
  if (origins.length === 0) return { ...fallback, licence: UNKNOWN, citation: UNKNOWN };
  const join = (key: keyof PackageOrigin, between: string) =>
    [...new Set(origins.map((origin) => origin[key]))].join(between);
  return {
    name: join('name', ' with '),
    version: join('version', ' with '),
    licence: join('licence', ' AND '),
    citation: join('citation', ' / '),
  };
}

/**
 * The entry for models/catalog.json that lets people add the package from the app's own host.
 * @param folder the package's folder beside catalog.json
 */
export function createCatalogEntry(folder: string, origin: PackageOrigin, files: readonly WrittenFile[]) {
  const entry = {
    id:
      folder
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '') || 'package',
    kind: 'package',
    ...origin,
    size: files.reduce((sum, { size }) => sum + size, 0),
    files: files.map(({ name, size, md5, sha256 }) => ({ name, size, md5, sha256 })),
    downloads: [
      {
        files: files.map(({ name }) => ({ url: `${encodeURIComponent(folder)}/${encodeURIComponent(name)}` })),
        verified: true,
      },
    ],
  };
  parseModelCatalog({ entries: [entry] }); // what is printed is accepted
  return entry;
}
