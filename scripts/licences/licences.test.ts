import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { parseShippedPackages } from '../../src/domain/shipped-packages';
import { createPackageCollector, packageFolderOf } from './collect-packages';
import { readNotice } from './read-notice';

const ROOT = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
}

const packageFiles = (name: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({
      'package.json': JSON.stringify({ name, version: '1.2.3', license: 'MIT', main: 'index.js' }),
      ...files,
    }).map(([file, content]) => [`node_modules/${name}/${file}`, content]),
  );

describe('the packages of a build', () => {
  it('are found in the page, in workers that load late, in styles, and as files that are only named', async () => {
    write({
      'index.html': '<script type="module" src="./main.js"></script>',
      'main.js': `
        import { page } from 'in-page';
        import 'typeface/face.css';
        import address from 'binary/code.wasm?url';
        new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
        console.log(page, address);`,
      'worker.js': "import('@late/in-worker').then(({ work }) => postMessage(work()));",
      ...packageFiles('in-page', { 'index.js': 'export const page = location.href;' }),
      ...packageFiles('@late/in-worker', { 'index.js': 'export const work = () => performance.now();' }),
      ...packageFiles('typeface', { 'face.css': '@font-face { font-family: x; src: url(x.woff2); }', 'x.woff2': 'x' }),
      ...packageFiles('binary', { 'code.wasm': 'x' }),
      ...packageFiles('not-used', { 'index.js': 'export const nothing = 0;' }),
    });
    const collector = createPackageCollector(ROOT);
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      plugins: [collector.plugin()],
      worker: { format: 'es', plugins: () => [collector.plugin()] },
      build: { assetsInlineLimit: 0 },
    });
    const names = [...collector.folders].map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 13));
    expect(names.toSorted()).toEqual(['@late/in-worker', 'binary', 'in-page', 'typeface']);
  });

  it.each([
    ['/app/node_modules/pako/dist/pako.mjs', '/app/node_modules/pako'],
    ['/app/node_modules/@a/b/node_modules/c/x.js?url', '/app/node_modules/@a/b/node_modules/c'],
    ['C:\\app\\node_modules\\@a\\b\\x.js', 'C:/app/node_modules/@a/b'],
    ['/app/src/main.tsx', null],
    ['\0vite/preload-helper.js', null],
  ])('%s is of %s', (id, folder) => {
    expect(packageFolderOf(id)).toBe(folder);
  });
});

describe('readNotice', () => {
  it('has every licence and notice that lies in a package', () => {
    write(packageFiles('two', { 'LICENSE-MIT': 'first', 'THIRD-PARTY-NOTICES.txt': 'second', 'licenser.js': 'none' }));
    expect(readNotice(join(ROOT, 'node_modules/two'))).toEqual({
      name: 'two',
      version: '1.2.3',
      licence: 'MIT',
      texts: ['first', 'second'],
    });
  });

  it('adds the whole licence where a package only names it, and does not repeat it', () => {
    const license = 'Licensed under the Apache License';
    const manifest = JSON.stringify({ name: 'short', version: '1.2.3', license: 'Apache-2.0' });
    write({ ...packageFiles('short', { LICENSE: license }), 'node_modules/short/package.json': manifest });
    const [own, whole] = readNotice(join(ROOT, 'node_modules/short')).texts;
    expect(own).toBe(license);
    expect(whole).toMatch(/Apache License\s+Version 2\.0/);
    write({ 'node_modules/short/LICENSE': whole! });
    expect(readNotice(join(ROOT, 'node_modules/short')).texts).toEqual([whole]);
  });

  it('refuses a package without a text, and texts of another version', () => {
    write(packageFiles('bare', {}));
    expect(() => readNotice(join(ROOT, 'node_modules/bare'))).toThrow('bare 1.2.3: no licence text in it');
    write(packageFiles('onnxruntime-web', {}));
    expect(() => readNotice(join(ROOT, 'node_modules/onnxruntime-web'))).toThrow('are those of 1.30.0, renew them');
  });

  it('has a text for every package that the app names for people', () => {
    const root = join(import.meta.dirname, '../..');
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const packages = Object.keys(dependencies).map((name) => readNotice(join(root, 'node_modules', name)));
    expect(parseShippedPackages(JSON.parse(JSON.stringify({ packages })))).toEqual(packages);
    for (const { name, texts } of packages) expect(texts.join('').length, name).toBeGreaterThan(300);
  });
});
