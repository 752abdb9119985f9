import { describe, expect, it } from 'vitest';
import { listingPageOf, upgradeListingPage } from './listing-page';

const IMAGES = [
  { filepath: 'sité 1/\u{1F992}.jpg', size: Number.MAX_SAFE_INTEGER, lastModified: 1_700_000_000_000.125 },
  { filepath: 'a/\ud800.jpg', size: 0, lastModified: -0 },
  { filepath: '', size: 0.1, lastModified: -62_135_596_800_000 },
];
const PAGE = listingPageOf(IMAGES);

const imagesOf = ({ filepaths, sizes, modified }: typeof PAGE) =>
  filepaths.map((filepath, at) => ({ filepath, size: sizes[at], lastModified: modified[at] }));

describe('a page of a listing', () => {
  it('says the same in columns, to the last bit', () => {
    expect(imagesOf(PAGE)).toStrictEqual(IMAGES);
    expect(imagesOf(upgradeListingPage(structuredClone(PAGE)))).toStrictEqual(IMAGES);
  });

  it('of version 1 becomes one of columns; a newer one is left as it is', () => {
    expect(upgradeListingPage({ version: 1, images: IMAGES })).toStrictEqual(PAGE);
    expect(upgradeListingPage(PAGE)).toBe(PAGE);
  });

  it.each<[string, object]>([
    ['fewer sizes', { sizes: PAGE.sizes.slice(1) }],
    ['more times', { modified: new Float64Array(4) }],
    ['sizes of another kind', { sizes: new Float32Array(3) }],
    ['times in a list', { modified: [...PAGE.modified] }],
    ['no times', { modified: undefined }],
    ['fewer paths', { filepaths: PAGE.filepaths.slice(1) }],
    ['paths that are none', { filepaths: ['a', 1, 'c'] }],
    ['no list of paths', { filepaths: { length: 3 } }],
  ])('is damaged with %s', (_, columns) => {
    expect(() => upgradeListingPage({ ...PAGE, ...columns })).toThrow(
      expect.objectContaining({ name: 'StorageError', code: 'storage-damaged' }),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no list', { length: 0 }],
    ['an image that is none', [...IMAGES, null]],
    ['a path that is none', [{ ...IMAGES[0], filepath: 1 }]],
    ['an image without a size', [{ filepath: 'a', lastModified: 0 }]],
    ['a time as text', [{ filepath: 'a', size: 1, lastModified: '0' }]],
  ])('of version 1 is damaged with %s in it', (_, images) => {
    expect(() => upgradeListingPage({ version: 1, images })).toThrow(
      expect.objectContaining({ name: 'StorageError', code: 'storage-damaged' }),
    );
  });
});
