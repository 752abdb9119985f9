/** An address in the catalog, as far as the app's rules need to know it. */
export interface CatalogAddress {
  /** With the port when one is given; null = the app's own host. */
  readonly host: string | null;
  /** Last part of the path, decoded. */
  readonly fileName: string;
}

const ABSOLUTE = /^(https?):\/\/([a-z0-9.-]+)(:\d{1,5})?(\/[^\s?#\\]*)(\?[^\s#\\]*)?$/i;
const RELATIVE = /^[^\s?#\\:/][^\s?#\\:]*$/;

/**
 * Reads an address of the catalog: https, or http on this computer (for trying things out), or relative to the catalog's
 * folder and inside it. Everything else, names and passwords in front of the host included, is null.
 */
export function parseCatalogAddress(url: string): CatalogAddress | null {
  const [, scheme = '', name = '', port = '', path = ''] = ABSOLUTE.exec(url) ?? [];
  if (scheme !== '') {
    const host = name.toLowerCase();
    const isThisComputer = host === 'localhost' || host === '127.0.0.1';
    if (scheme.toLowerCase() !== 'https' && !isThisComputer) return null;
    return describe(`${host}${port}`, path);
  }
  return RELATIVE.test(url) ? describe(null, url) : null;
}

function describe(host: string | null, path: string): CatalogAddress | null {
  const parts = path.split('/').map(decode);
  // Addresses know dots also as %2e: a path that climbs would leave the folder.
  if (parts.some((part) => part === null || part === '.' || part === '..' || /[\\/]/.test(part))) return null;
  return { host, fileName: parts.at(-1) ?? '' };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null; // a lone "%"
  }
}
