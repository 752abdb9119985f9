import { resolveObjectURL } from 'node:buffer';
import { expect, it } from 'vitest';
import { createImageSource } from '../../files/image-source';
import { createFileNode, createFolderNode } from '../../files/source-node';
import { createPhotoUrls } from './photo-urls';

const NAMES = Array.from({ length: 12 }, (_, index) => `${index}.jpg`);
/** The header of a GIF with one frame, of so many pixels a side, and a text behind it. */
const gif = (side: number, text: string) =>
  new Blob([
    'GIF89a',
    Uint16Array.of(side, side),
    Uint8Array.of(0, 0, 0, 0x2c),
    Uint16Array.of(0, 0, side, side),
    text,
  ]);
const source = createImageSource([
  createFolderNode('card', [
    ...NAMES.map((name) => createFileNode(new File([gif(2, name)], name))),
    createFileNode(new File([gif(20_000, '')], 'huge.jpg')),
  ]),
])!;

async function urlOf(photos: ReturnType<typeof createPhotoUrls>, name: string): Promise<string> {
  const answer = await photos.url(source, name);
  if (!('url' in answer)) throw new Error(answer.problem.detail);
  return answer.url;
}

it('keeps the photos that were asked for last and revokes the rest', async () => {
  const photos = createPhotoUrls();
  const first = await urlOf(photos, NAMES[0]!);
  const second = await urlOf(photos, NAMES[1]!);
  for (const name of NAMES.slice(2, 8)) await urlOf(photos, name);
  expect(await urlOf(photos, NAMES[0]!)).toBe(first); // asked for again: the newest now
  await urlOf(photos, NAMES[8]!);
  expect(await resolveObjectURL(first)?.text()).toContain(NAMES[0]);
  expect(resolveObjectURL(second)).toBeUndefined();
  expect(await urlOf(photos, NAMES[1]!)).not.toBe(second);
  photos.clear();
  await Promise.resolve();
  expect(resolveObjectURL(first)).toBeUndefined();
});

it('makes one address for a photo that is asked for twice at once', async () => {
  const photos = createPhotoUrls();
  const [one, other] = await Promise.all([urlOf(photos, NAMES[0]!), urlOf(photos, NAMES[0]!)]);
  expect(one).toBe(other);
});

it('gives the browser nothing that its decoder could not hold', async () => {
  const answer = await createPhotoUrls().url(source, 'huge.jpg');
  expect(answer).toEqual({ problem: { code: 'too-large', detail: '20000 x 20000 pixels' } });
});

it('asks again for what could not be read', async () => {
  const photos = createPhotoUrls();
  const gone = { ...source, open: () => Promise.resolve({ kind: 'unreadable', problem: PROBLEM } as const) };
  expect(await photos.url(gone, NAMES[0]!)).toEqual({ problem: PROBLEM });
  expect(await photos.url(null, NAMES[0]!)).toMatchObject({ problem: { code: 'file-missing' } });
  expect(await urlOf(photos, NAMES[0]!)).toMatch(/^blob:/);
});

const PROBLEM = { code: 'file-missing', detail: 'gone' } as const;
