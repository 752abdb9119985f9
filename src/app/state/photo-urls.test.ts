import { resolveObjectURL } from 'node:buffer';
import { expect, it } from 'vitest';
import { createImageSource } from '../../files/image-source';
import { createFileNode, createFolderNode } from '../../files/source-node';
import { createPhotoUrls } from './photo-urls';

const NAMES = Array.from({ length: 12 }, (_, index) => `${index}.jpg`);
const source = createImageSource([
  createFolderNode(
    'card',
    NAMES.map((name) => createFileNode(new File([name], name))),
  ),
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
  expect(await resolveObjectURL(first)?.text()).toBe(NAMES[0]);
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

it('asks again for what could not be read', async () => {
  const photos = createPhotoUrls();
  const gone = { ...source, open: () => Promise.resolve({ kind: 'unreadable', problem: PROBLEM } as const) };
  expect(await photos.url(gone, NAMES[0]!)).toEqual({ problem: PROBLEM });
  expect(await photos.url(null, NAMES[0]!)).toMatchObject({ problem: { code: 'file-missing' } });
  expect(await urlOf(photos, NAMES[0]!)).toMatch(/^blob:/);
});

const PROBLEM = { code: 'file-missing', detail: 'gone' } as const;
