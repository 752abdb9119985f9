import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCatalogAddress } from './catalog-address';
import { KNOWN_MODELS } from './known-models';
import { hostsOf, parseModelCatalog } from './model-catalog';

const ROOT = resolve(import.meta.dirname, '..', '..');
const MD5 = 'a'.repeat(32);

const ENTRY = {
  id: 'forest-1',
  kind: 'package',
  name: 'Forest',
  version: '1',
  licence: 'MIT',
  citation: 'Somebody',
  size: 12,
  files: [{ name: 'a.pt', size: 12, md5: MD5 }],
  manual: { page: 'https://example.org/forest', steps: ['Click.'] },
  downloads: [{ url: 'https://files.example.org/x/a.pt?download=true', verified: false }],
};

const catalogOf = (change: object) => ({ entries: [{ ...ENTRY, ...change }] });
const downloadOf = (url: string) => catalogOf({ downloads: [{ url, verified: true }] });

describe('parseModelCatalog', () => {
  it('reads an entry; what a download must be comes from the file of the same name', () => {
    const [entry] = parseModelCatalog(catalogOf({})).entries;
    expect(entry!.downloads[0]).toEqual({
      verified: false,
      files: [{ url: ENTRY.downloads[0]!.url, name: 'a.pt', size: 12, md5: MD5, sha256: null }],
    });
    expect(hostsOf(entry!.downloads[0]!)).toEqual(['files.example.org']);
  });

  it('reads a download of several files on the own host', () => {
    const files = [{ url: 'forest/info.json' }, { url: 'forest/big%20one.onnx', sha256: 'b'.repeat(64), size: 5 }];
    const [entry] = parseModelCatalog(
      catalogOf({ manual: null, size: null, downloads: [{ files, verified: true }] }),
    ).entries;
    expect(entry!.manual).toBeNull();
    expect(entry!.downloads[0]!.files.map(({ name, size }) => [name, size])).toEqual([
      ['info.json', null],
      ['big one.onnx', 5],
    ]);
    expect(hostsOf(entry!.downloads[0]!)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [[], 'catalog.json: expected an object, got a list'],
    [{}, 'catalog.json: entries: expected a list, got nothing'],
    [catalogOf({ id: 'A b' }), 'entries[0].id: expected lower-case letters'],
    [catalogOf({ kind: 'x' }), 'entries[0].kind: expected "detector", "speciesnet" or "package", got "x"'],
    [catalogOf({ name: '' }), 'entries[0].name: expected text, got empty text'],
    [catalogOf({ size: -1 }), 'entries[0].size: expected a number of bytes, got -1'],
    [catalogOf({ files: [{ name: '../a' }] }), 'entries[0].files[0].name: expected a plain file name, got "../a"'],
    [catalogOf({ files: [{ name: 'a', md5: 'ABC' }] }), 'files[0].md5: expected 32 characters of 0-9 and a-f'],
    [catalogOf({ manual: { page: 'http://a.b', steps: [] } }), 'manual.page: expected an https address'],
    [catalogOf({ downloads: [{ url: 'a' }] }), 'downloads[0].verified: expected true or false, got nothing'],
    [catalogOf({ downloads: [{ files: [], verified: true }] }), 'downloads[0].files: expected at least one file'],
    [downloadOf('http://example.org/a'), 'downloads[0].url: expected https, or an address relative to the catalog'],
    [{ entries: [ENTRY, ENTRY] }, 'entries[1].id: expected an id of its own, got "forest-1" again'],
  ])('refuses %j', (json, message) => expect(() => parseModelCatalog(json)).toThrow(message));
});

describe('parseCatalogAddress', () => {
  it.each([
    ['https://a.example/b/c.pt', 'a.example', 'c.pt'],
    ['HTTPS://A.example:8443/c%20d.pt?x=1', 'a.example:8443', 'c d.pt'],
    ['http://127.0.0.1:8080/c.pt', '127.0.0.1:8080', 'c.pt'],
    ['forest/c.pt', null, 'c.pt'],
  ])('%s', (url, host, fileName) => expect(parseCatalogAddress(url)).toEqual({ host, fileName }));

  it.each([
    'http://example.org/a',
    'ftp://example.org/a',
    '//example.org/a',
    '/a',
    '../a',
    'a/../../b',
    'a/%2e%2e/b',
    'a%2f..%2fb',
    'https://example.org/a/../b',
    'https://user@example.org/a',
    'https://user:word@example.org/a',
    'https://example.org\\@evil.example/a',
    'http://127.0.0.1.example.org/a',
    'javascript:alert(1)',
    'data:text/plain,a',
    'blob:https://example.org/1',
    'a?b',
    'a#b',
    '%',
    '',
    ' a',
  ])('refuses %j', (url) => expect(parseCatalogAddress(url)).toBeNull());
});

it('reads the example in docs/catalog.md', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs', 'catalog.md'), 'utf8')) ?? [];
  expect(hostsOf(parseModelCatalog(JSON.parse(example)).entries[0]!.downloads[0]!)).toEqual([]);
});

describe('the catalog that comes with the app', () => {
  const text = readFileSync(join(ROOT, 'public', 'models', 'catalog.json'), 'utf8');
  const { entries } = parseModelCatalog(JSON.parse(text));
  const hosts = [...new Set([...text.matchAll(/https:\/\/([a-z0-9.-]+)/g)].map(([, host]) => host!))];

  it('tells people how to get each by hand, and promises nothing that was not tried', () => {
    expect(entries.length).toBeGreaterThan(5);
    for (const { manual, downloads } of entries) {
      expect(manual?.steps.length).toBeGreaterThan(1);
      expect(downloads.every(({ verified }) => !verified)).toBe(true);
    }
  });

  it('names the MD5 of each official file', () => {
    const files = entries.filter(({ kind }) => kind === 'detector').flatMap((entry) => entry.files);
    expect(files.length).toBeGreaterThan(3);
    for (const { name, md5 } of files) expect(KNOWN_MODELS.find(({ fileName }) => fileName === name)?.md5).toBe(md5);
  });

  it('is the only place that names its hosts', () => {
    expect(hosts.length).toBeGreaterThan(2);
    const named = new RegExp(`(?<![\\w.-])(${hosts.map((host) => host.replaceAll('.', '\\.')).join('|')})(?![\\w-])`);
    const found = ['src', 'workers', 'docs', 'e2e', 'scripts', 'test', 'README.md', 'CHANGELOG.md', 'index.html']
      .flatMap((name) => filesUnder(join(ROOT, name)))
      .filter((path) => /\.(tsx?|mjs|md|html|json|css)$/.test(path) && named.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });
});

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
