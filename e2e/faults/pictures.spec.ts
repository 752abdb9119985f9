import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, createDeflateRaw, deflateSync } from 'node:zlib';
import { expect, test, waitForRun } from '../app-test';
import { copyPhotos, countsOfOpen, DEMO, DEMO_PHOTOS, openFolder } from '../journey-steps';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

interface PngSize {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample, and the kind of its colours. */
  readonly depth: number;
  readonly colourType: number;
}

function png({ width, height, depth, colourType }: PngSize, packed: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colourType;
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', new Uint8Array(0))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Zeros, so many that nothing could hold them: one packed piece, repeated. Each piece unpacks to 16 MiB. */
async function packedZeros(pieces: number): Promise<Uint8Array> {
  const packer = createDeflateRaw({ level: 9 });
  const parts: Uint8Array[] = [];
  packer.on('data', (part: Uint8Array) => parts.push(part));
  packer.write(new Uint8Array(16 * 1024 * 1024));
  await new Promise<void>((done) => packer.flush(constants.Z_FULL_FLUSH, () => done()));
  const piece = Buffer.concat(parts);
  packer.close();
  return Buffer.concat([Uint8Array.of(0x78, 0xda), ...Array.from({ length: pieces }, () => piece)]);
}

/** The administrator may read every file: then there is none that the browser may not. */
const isAdministrator = process.getuid?.() === 0;

function writeUnreadable(path: string): void {
  copyFileSync(join(DEMO, 'photos', 'Waterhole', 'IMG_0001.JPG'), path);
  chmodSync(path, 0);
}

test.setTimeout(240_000); // a busy computer must not fail what is right

test('pictures made to fill the memory, and files that may not be read, cost neither the run nor the others', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'card');
  copyPhotos(photos);
  const row = (bytes: number) => deflateSync(new Uint8Array(bytes));
  // 400 megapixels that are really there, one bit each.
  writeFileSync(join(photos, '400 megapixels.png'), png({ width: 20_000, height: 20_000, depth: 1, colourType: 0 }, row(20_000 * 2501))); // prettier-ignore
  writeFileSync(join(photos, 'says it is huge.png'), png({ width: 2 ** 31 - 1, height: 2 ** 31 - 1, depth: 16, colourType: 6 }, row(100))); // prettier-ignore
  // A small picture with 16 GB packed behind its last row; of 16 bits, so that the app unpacks it and not the browser.
  writeFileSync(join(photos, 'bomb.png'), png({ width: 64, height: 64, depth: 16, colourType: 0 }, await packedZeros(1000))); // prettier-ignore
  // The same for the browser's own decoder, as a picture just below the limit: 178 megapixels, 700 MB once it is decoded.
  writeFileSync(join(photos, 'just allowed.png'), png({ width: 13_000, height: 13_000, depth: 1, colourType: 0 }, row(13_000 * 1626))); // prettier-ignore
  writeFileSync(join(photos, 'empty.jpg'), '');
  if (!isAdministrator) writeUnreadable(join(photos, 'forbidden.jpg'));
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  // Before a run nobody has looked into the file: the browser is not given it all the same.
  await page.evaluate(() => {
    location.hash = `/survey/${window.understory!.store.getState().open!.survey.id}/image/400%20megapixels.png`;
  });
  await expect(page.getByText('too many pixels')).toBeVisible();
  await expect(page.locator('img[src^="blob:"]')).toHaveCount(0);
  await page.goBack();
  const total = DEMO_PHOTOS + (isAdministrator ? 5 : 6);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');

  const problems = await page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.map(({ filepath, inference }) => [filepath, inference === null ? 'none' : inference.problem]),
    ),
  );
  expect(problems).toMatchObject({
    '400 megapixels.png': { code: 'too-large', detail: '20000 x 20000 pixels' },
    'says it is huge.png': { code: 'too-large' },
    'bomb.png': null,
    'empty.jpg': { code: 'file-empty' },
  });
  if (!isAdministrator) expect(problems['forbidden.jpg']).toMatchObject({ code: 'file-missing' });
  // Whether 700 MB can be had depends on the computer: analysed, or a failure that says so.
  expect([null, 'undecodable']).toContain((problems['just allowed.png'] as { code: string } | null)?.code ?? null);
  const { done, failed } = await countsOfOpen(page);
  expect(done).toBe(total);
  expect(failed).toBe(Object.values(problems).filter((problem) => problem !== null).length);
  const side = page.getByRole('complementary', { name: 'So far, in photos' });
  await expect(side.getByRole('listitem').filter({ hasText: '400 megapixels.png' })).toContainText('too many pixels');
});
