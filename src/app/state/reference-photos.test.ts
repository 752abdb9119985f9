import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReferencePhotos } from '../../domain/published-results';
import { findReferencePhotos } from './reference-photos';

const photoOf = (name: string, text: string) => ({
  name,
  size: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
});
const [bear, ocelot] = [photoOf('bear.jpg', 'a bear'), photoOf('ocelot.jpg', 'an ocelot')];
const photos: ReferencePhotos = { repository: 'a/b', folder: 'c', licence: 'MIT', files: [bear, ocelot] };
const find = (files: readonly File[], signal = new AbortController().signal) =>
  findReferencePhotos(photos, files, signal);

describe('finding the reference’s photos', () => {
  it('knows them by their bytes, in the reference’s order, each once', async () => {
    const files = [
      new File(['an ocelot'], 'IMG_0002.JPG'),
      new File(['a bear'], 'bear.jpg'),
      new File(['a bear'], 'bear (1).jpg'),
    ];
    const { found, altered, others } = await find(files);
    expect(found.map(({ photo }) => photo)).toEqual([bear, ocelot]);
    expect([altered, others]).toEqual([[], 0]);
  });

  it.each([
    ['of another size', 'half a bear'],
    ['of the same size', 'A BEAR'],
  ])('a file %s under the name of a photo is another file', async (_size, text) => {
    expect(await find([new File([text], 'bear.jpg')])).toEqual({ found: [], altered: ['bear.jpg'], others: 0 });
  });

  it('counts what is none of them', async () => {
    const files = [new File(['a tiger'], 'tiger.jpg'), new File(['a boar'], 'boar.jpg')];
    expect(await find(files)).toEqual({ found: [], altered: [], others: 2 });
  });

  it('reads no file of a size that no photo has', async () => {
    const large = new File(['a very long film'], 'film.mp4');
    large.arrayBuffer = () => Promise.reject(new Error('was read'));
    expect((await find([large])).others).toBe(1);
  });

  it('stops when it is told to', async () => {
    await expect(find([new File(['a bear'], 'bear.jpg')], AbortSignal.abort())).rejects.toThrow('abort');
  });
});
