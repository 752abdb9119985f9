import { describe, expect, it } from 'vitest';
import { findPackage } from './find-package';
import { PackageError } from './package-error';
import type { AvailableFile } from './package-files';

const file = (path: string, content = 'x', archive: string | null = null): AvailableFile => ({
  path,
  archive,
  open: () => Promise.resolve(new Blob([content])),
});
const infoOf = (values: object) => JSON.stringify({ version: '1', type: 'always_crop', ...values });

async function codeOf(files: readonly AvailableFile[]) {
  const error = await findPackage(files).catch((reason: unknown) => reason);
  return error instanceof PackageError ? { code: error.code, details: error.details, message: error.message } : error;
}

describe('findPackage', () => {
  it('finds info.json at any depth and the files beside it', async () => {
    const found = await findPackage([
      file('d.onnx'),
      file('a/b/info.json', infoOf({ detector: 'd.onnx', taxonomy: 't.txt' })),
      file('a/b/d.onnx'),
      file('a/b/t.txt'),
      file('a/b/info-full_image.json'),
    ]);
    expect(found.kind === 'package' && [found.parts.detector?.path, found.parts.taxonomy?.path]).toEqual([
      'a/b/d.onnx',
      'a/b/t.txt',
    ]);
    expect(found.kind === 'package' && found.parts.classifier).toBeNull();
  });

  it.each(['https___example.org_a_md_v5a.onnx', 'md_v5a.onnx'])('takes %s for a detector’s address', async (name) => {
    const info = infoOf({ detector: 'https://example.org/a/md_v5a.onnx?download=1' });
    const found = await findPackage([file('info.json', info), file(name)]);
    expect(found.kind === 'package' && found.parts.detector?.path).toBe(name);
  });

  it('takes one network without anything beside it', async () => {
    expect(await findPackage([file('x/MD.ONNX'), file('x/readme.md')])).toMatchObject({
      kind: 'lone-file',
      file: { path: 'x/MD.ONNX' },
    });
  });

  const address = 'https://example.org/v5/md_v5a.0.0.pt';
  const waiting = file(
    'sn/info.json',
    infoOf({ detector: address, classifier: 'c.pt', classifier_labels: 'l.txt' }),
    'sn.tar.gz',
  );
  const own = [waiting, file('sn/c.pt', 'x', 'sn.tar.gz'), file('sn/l.txt', 'x', 'sn.tar.gz')];
  it.each([
    ['waits for its detector', [], null],
    ['takes the detector by its name', [file('b/md_v5b.pt'), file('a/md_v5a.0.0.pt')], 'a/md_v5a.0.0.pt'],
    ['takes the one network that came with it', [file('md_v5b.pt'), file('notes.txt')], 'md_v5b.pt'],
    ['takes the .onnx file, whose weights are the checkpoint', [file('md.onnx'), file('md.pt')], 'md.onnx'],
    ['waits when two could be meant', [file('a.pt'), file('b.pt')], null],
    ['takes no network of its own for it', [file('sn/other.pt', 'x', 'sn.tar.gz')], null],
  ])('%s', async (_, others, path) => {
    const found = await findPackage([...own, ...others]);
    if (found.kind !== 'package') throw new Error('expected a package');
    expect(found.parts.detector?.path ?? null).toBe(path);
    expect(found.parts.missingDetector).toBe(path === null ? 'md_v5a.0.0.pt' : null);
  });

  it.each([
    ['nothing', [], 'nothing-usable'],
    ['only other files', [file('a.txt'), file('b.jpg')], 'nothing-usable'],
    ['two networks', [file('a.onnx'), file('b.onnx')], 'nothing-usable'],
    ['two packages', [file('a/info.json', infoOf({})), file('b/info.json', infoOf({}))], 'several-packages'],
    ['broken JSON', [file('info.json', '{"version": ')], 'info-not-json'],
    ['a web page as info.json', [file('info.json', '<!doctype html>')], 'web-page'],
    ['an info.json without type', [file('info.json', '{"version": "1", "detector": "d"}')], 'info-invalid'],
    ['a missing file', [file('info.json', infoOf({ detector: 'd.onnx' }))], 'file-missing'],
    ['two checkpoints', [file('a.pt'), file('b.pth'), file('c.txt')], 'nothing-usable'],
  ] as const)('refuses %s', async (_, files, code) => {
    expect(await codeOf(files)).toMatchObject({ code });
  });

  it('says which file and which key', async () => {
    expect(await codeOf([file('info.json', infoOf({ detector: 'http://h/d.pt?x' }))])).toMatchObject({
      message: expect.stringContaining('"http___h_d.pt" (or "d.pt")') as unknown,
      details: { name: 'http___h_d.pt', key: 'detector' },
    });
    expect(await codeOf([file('info.json', '{"version": "1", "type": "x"}')])).toMatchObject({
      details: { key: 'type' },
    });
  });
});
