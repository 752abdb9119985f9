import { parseCatalogAddress } from './catalog-address';
import { expectList, expectObject, expectText, kindOf, ParseError } from './parse-error';

/** What can be added to the app: `models/catalog.json` beside it, written by who hosts the app (docs/catalog.md). */
export interface ModelCatalog {
  readonly entries: readonly CatalogEntry[];
}

/** `detector` = MegaDetector or alike, alone; `speciesnet` = the official package; `package` = one made for this app. */
export type CatalogKind = 'detector' | 'speciesnet' | 'package';

/** One thing that can be added. */
export interface CatalogEntry {
  /** Lower-case letters, digits, `.`, `_`, `-`; once in a catalog. */
  readonly id: string;
  readonly kind: CatalogKind;
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly citation: string;
  /** Bytes of all that is fetched, for people: rounded where only that is known. Null = not known. */
  readonly size: number | null;
  /** What a person has in hand after the download. */
  readonly files: readonly CatalogFile[];
  /** How a person downloads it without this app's help; null where only the app can. */
  readonly manual: ManualDownload | null;
  /** Where the app can fetch it by itself; alternatives of each other, the best first. */
  readonly downloads: readonly CatalogDownload[];
}

/** A file by which the right one is known. Hashes in lower-case hex. */
export interface CatalogFile {
  readonly name: string;
  /** Exact bytes, or null. */
  readonly size: number | null;
  readonly md5: string | null;
  readonly sha256: string | null;
}

/** Where a person downloads the files, and the steps in plain words. */
export interface ManualDownload {
  /** The https address where a person downloads it. */
  readonly page: string;
  /** In plain words, in their order. */
  readonly steps: readonly string[];
}

/** One source with all files that belong together. */
export interface CatalogDownload {
  readonly files: readonly DownloadFile[];
  /** Whoever wrote the catalog has tried it and compared the result. */
  readonly verified: boolean;
}

/** A file to fetch. */
export interface DownloadFile extends CatalogFile {
  /** Absolute (https; http on this computer only), or relative to the catalog, which is on the app's own host. */
  readonly url: string;
}

const FILE = 'catalog.json';

/**
 * Reads the content of `models/catalog.json`. Keys that are not known are ignored; `size`, `md5`, `sha256` and `manual` may
 * be left out. A download is `{ files: [{ url, … }], verified }` or, for a single file, `{ url, …, verified }`; a file's name
 * is the end of its address unless it is given, and what the address's file is expected to be is taken from the entry's file
 * of that name.
 * @throws ParseError: `catalog.json: entries[2].downloads[0].url: expected https, or …, got "ftp://…"`.
 */
export function parseModelCatalog(json: unknown): ModelCatalog {
  const list = expectList(expectObject(json, FILE)['entries'], `${FILE}: entries`);
  const entries = list.map((entry, index) => parseEntry(entry, `${FILE}: entries[${index}]`));
  const ids = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (ids.has(id)) throw new ParseError(`${FILE}: entries[${index}].id`, 'an id of its own', `"${id}" again`);
    ids.add(id);
  });
  return { entries };
}

/** The hosts that a download asks, for the person who has to agree; empty = only the app's own. */
export function hostsOf(download: CatalogDownload): readonly string[] {
  const hosts = download.files.map(({ url }) => parseCatalogAddress(url)?.host ?? null);
  return [...new Set(hosts.filter((host) => host !== null))];
}

function parseEntry(value: unknown, where: string): CatalogEntry {
  const entry = expectObject(value, where);
  const id = textAt(entry, 'id', where);
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id)) {
    throw new ParseError(`${where}.id`, 'lower-case letters, digits, ".", "_" or "-"', `"${id}"`);
  }
  const files = expectList(entry['files'], `${where}.files`).map((file, index) =>
    parseFile(file, `${where}.files[${index}]`),
  );
  return {
    id,
    kind: parseKind(entry['kind'], `${where}.kind`),
    name: textAt(entry, 'name', where),
    version: textAt(entry, 'version', where),
    licence: textAt(entry, 'licence', where),
    citation: textAt(entry, 'citation', where),
    size: sizeAt(entry, where),
    files,
    manual: parseManual(entry['manual'], `${where}.manual`),
    downloads: expectList(entry['downloads'], `${where}.downloads`).map((download, index) =>
      parseDownload(download, files, `${where}.downloads[${index}]`),
    ),
  };
}

function parseKind(value: unknown, where: string): CatalogKind {
  if (value === 'detector' || value === 'speciesnet' || value === 'package') return value;
  throw new ParseError(where, '"detector", "speciesnet" or "package"', given(value));
}

function parseFile(value: unknown, where: string): CatalogFile {
  const file = expectObject(value, where);
  return {
    name: parseName(textAt(file, 'name', where), `${where}.name`),
    size: sizeAt(file, where),
    md5: hashAt(file, 'md5', 32, where),
    sha256: hashAt(file, 'sha256', 64, where),
  };
}

function parseManual(value: unknown, where: string): ManualDownload | null {
  if (value === undefined || value === null) return null;
  const manual = expectObject(value, where);
  const page = textAt(manual, 'page', where);
  if (!page.startsWith('https://') || parseCatalogAddress(page) === null) {
    throw new ParseError(`${where}.page`, 'an https address', `"${page}"`);
  }
  const steps = expectList(manual['steps'], `${where}.steps`);
  return { page, steps: steps.map((step, index) => expectText(step, `${where}.steps[${index}]`)) };
}

function parseDownload(value: unknown, known: readonly CatalogFile[], where: string): CatalogDownload {
  const download = expectObject(value, where);
  const { verified } = download;
  if (typeof verified !== 'boolean') throw new ParseError(`${where}.verified`, 'true or false', kindOf(verified));
  const list = download['files'];
  const files =
    list === undefined
      ? [parseDownloadFile(download, known, where)]
      : expectList(list, `${where}.files`).map((file, index) =>
          parseDownloadFile(expectObject(file, `${where}.files[${index}]`), known, `${where}.files[${index}]`),
        );
  if (files.length === 0) throw new ParseError(`${where}.files`, 'at least one file', 'none');
  return { files, verified };
}

function parseDownloadFile(
  file: Readonly<Record<string, unknown>>,
  known: readonly CatalogFile[],
  where: string,
): DownloadFile {
  const url = textAt(file, 'url', where);
  const address = parseCatalogAddress(url);
  if (address === null) {
    throw new ParseError(`${where}.url`, 'https, or an address relative to the catalog, in its folder', `"${url}"`);
  }
  const name = parseName(file['name'] === undefined ? address.fileName : textAt(file, 'name', where), `${where}.name`);
  const expected = known.find((other) => other.name === name);
  return {
    url,
    name,
    size: sizeAt(file, where) ?? expected?.size ?? null,
    md5: hashAt(file, 'md5', 32, where) ?? expected?.md5 ?? null,
    sha256: hashAt(file, 'sha256', 64, where) ?? expected?.sha256 ?? null,
  };
}

function parseName(name: string, where: string): string {
  if (name === '' || name.startsWith('.') || /[\\/]/.test(name)) {
    throw new ParseError(where, 'a plain file name', `"${name}"`);
  }
  return name;
}

function textAt(object: Readonly<Record<string, unknown>>, key: string, where: string): string {
  const text = expectText(object[key], `${where}.${key}`);
  if (text === '') throw new ParseError(`${where}.${key}`, 'text', 'empty text');
  return text;
}

function sizeAt(object: Readonly<Record<string, unknown>>, where: string): number | null {
  const size = object['size'];
  if (size === undefined || size === null) return null;
  if (typeof size === 'number' && Number.isSafeInteger(size) && size > 0) return size;
  throw new ParseError(`${where}.size`, 'a number of bytes', given(size));
}

function hashAt(
  object: Readonly<Record<string, unknown>>,
  key: 'md5' | 'sha256',
  length: number,
  where: string,
): string | null {
  const hash = object[key];
  if (hash === undefined || hash === null) return null;
  if (typeof hash === 'string' && hash.length === length && /^[0-9a-f]+$/.test(hash)) return hash;
  throw new ParseError(`${where}.${key}`, `${length} characters of 0-9 and a-f`, given(hash));
}

function given(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : typeof value === 'number' ? String(value) : kindOf(value);
}
