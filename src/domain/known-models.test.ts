import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSpeciesNet, KNOWN_MODELS, recogniseModel } from './known-models';

describe('recogniseModel', () => {
  it('knows an official file by its MD5 alone', () => {
    expect(recogniseModel('60f8e7ec1308554df258ed1f4040bc4f')).toMatchObject({
      name: 'MegaDetector',
      version: 'v5a.0.1',
      fileName: 'md_v5a.0.1.pt',
      licence: 'MIT',
      importer: 'yolov5',
    });
  });

  it.each([
    ['v1000.0.0-spruce', 'yolov5'],
    ['v1000.0.0-cedar', null],
    ['v1000.0.0-larch', null],
    ['v1000.0.0-sorrel', null],
  ])('%s: importer %s', (version, importer) => {
    expect(KNOWN_MODELS.find((model) => model.version === version)?.importer).toBe(importer);
  });

  it('does not know any other', () => {
    expect(recogniseModel('')).toBeNull();
    expect(recogniseModel('60f8e7ec1308554df258ed1f4040bc4e')).toBeNull();
  });
});

describe('describeSpeciesNet', () => {
  it.each([
    ['4.0.2a', 2498, true],
    ['4.0.3b', 2498, true],
    ['4.0.2a', 2497, false],
    ['4.0.9a', 2498, false],
    ['test-4.0.2a', 2498, false],
  ])('%s with %i labels', (version, labels, isLikely) => {
    expect(describeSpeciesNet(version, labels) !== null).toBe(isLikely);
  });
});

const published = resolve(import.meta.dirname, '../../../shared/checkpoints/published/published-results.json');

interface Published {
  readonly megadetectorFiles: {
    readonly files: readonly {
      readonly version: string;
      readonly md5: string;
      readonly file: string;
      readonly architecture: string;
      readonly imageSize: number;
    }[];
  };
}

describe.skipIf(!existsSync(published))('the published list (../shared/checkpoints/published)', () => {
  it('is the same', () => {
    const { files } = (JSON.parse(readFileSync(published, 'utf8')) as Published).megadetectorFiles;
    expect(
      KNOWN_MODELS.map(({ version, md5, fileName, architecture, imageSize }) => ({
        version,
        md5,
        file: fileName,
        architecture,
        imageSize,
      })),
    ).toEqual(
      files.map(({ version, md5, file, architecture, imageSize }) => ({ version, md5, file, architecture, imageSize })),
    );
  });
});
