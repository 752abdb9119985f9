import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { dropPaths } from '../scripts/drop-paths';
import { differences, type ComparedRecord } from '../test/compare-predictions';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import {
  addPackage,
  copyPhotos,
  DEMO,
  goHome,
  openFolder,
  packageCount,
  storedFiles,
  waitUntilReady,
} from './journey-steps';

const PACKAGE = join(SHARED, 'models', 'coco-mnv2');

const GOLDEN = join(SHARED, 'golden', 'open', 'e2e');
const SHARED_PHOTOS = ['coral/owl.jpg', 'test_data/ocelot.jpg', 'test_data/domestic_dog.jpg'];

function copyPhotosOf(names: readonly string[], to: string): void {
  for (const name of names) {
    mkdirSync(join(to, name, '..'), { recursive: true });
    cpSync(join(SHARED, 'photos', 'open', name), join(to, name));
  }
}

const readRecords = (path: string) =>
  (JSON.parse(readFileSync(path, 'utf8')) as { predictions: ComparedRecord[] }).predictions;

/** What the reference program gives for these photos. */
function recordsOf(golden: string, names: readonly string[]): ComparedRecord[] {
  const wanted = readRecords(join(GOLDEN, golden)).filter(({ filepath }) => names.includes(filepath));
  expect(wanted).toHaveLength(names.length);
  return wanted;
}

/** What the export dialog writes for the open survey. */
async function exportedRecords(page: Page): Promise<ComparedRecord[]> {
  await page.getByRole('link', { name: 'Export', exact: true }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  return readRecords(await (await download).path());
}

async function openModels(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
}

/** Names, sizes and checksums as the table on the screen gives them. */
async function expectFiles(page: Page, folder: string, fileNames: readonly string[]): Promise<void> {
  await page.getByText(/^\d+ files?, .* with checksums$/).click();
  for (const name of fileNames) {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    const row = page.getByRole('row').filter({ has: page.getByTitle(name) });
    await expect(row.getByTitle(sha256)).toHaveText(`${sha256.slice(0, 8)}…${sha256.slice(-5)}`);
    await expect(row).toContainText(/\d (bytes|kB|MB)/);
  }
}

async function zipFolder(folder: string, to: string): Promise<void> {
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  for (const name of readdirSync(folder)) {
    await writer.add(`package/${name}`, new BlobReader(new Blob([readFileSync(join(folder, name))])));
  }
  const zipped = await writer.close();
  writeFileSync(to, Buffer.from(await zipped.arrayBuffer()));
}

test('a package folder is checked, kept and removed; the same files as .zip are the same package', async ({
  open,
  folder,
}) => {
  const source = join(DEMO, 'package');
  const { page } = await open();
  await openModels(page);
  await addPackage(page, source);
  const [id] = await page.evaluate(() => window.understory!.store.getState().packages.map((known) => known.id));
  await expectFiles(page, source, readdirSync(source));

  await page.reload();
  await waitUntilReady(page);
  await expectFiles(page, source, readdirSync(source));

  const zip = join(folder, 'package.zip');
  await zipFolder(source, zip);
  const stored = await storedFiles(page);
  const outcome = page.evaluate(() => window.understory!.nextPackage());
  await dropPaths(page, [zip]);
  expect(await outcome).toEqual({ id });
  expect(await packageCount(page)).toBe(1);
  expect(await storedFiles(page)).toBe(stored);

  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await packageCount(page)).toBe(1);
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No model package yet')).toBeVisible();
  await expect.poll(() => storedFiles(page)).toBe(0);

  await addPackage(page, zip);
  const [again] = await page.evaluate(() => window.understory!.store.getState().packages.map((known) => known.id));
  expect(again).toBe(id);
});

test('what is no package is refused in words, and nothing is stored', async ({ open, folder }) => {
  const { page } = await open();
  await openModels(page);
  const broken = join(folder, 'broken');
  cpSync(join(DEMO, 'package'), broken, { recursive: true });
  const labels = join(broken, 'demo-labels.txt');
  writeFileSync(labels, readFileSync(labels, 'utf8').split('\n').slice(1).join('\n'));
  writeFileSync(join(folder, 'page.onnx'), '<!doctype html><title>Sign in</title>');
  writeFileSync(join(folder, 'notes.onnx'), 'Camera 4: battery changed, card full.\n'.repeat(40));
  await zipFolder(join(DEMO, 'package'), join(folder, 'whole.zip'));
  writeFileSync(join(folder, 'cut.zip'), readFileSync(join(folder, 'whole.zip')).subarray(0, -2000));
  const withoutNetwork = join(folder, 'without network');
  mkdirSync(withoutNetwork);
  cpSync(join(DEMO, 'package', 'info.json'), join(withoutNetwork, 'info.json'));

  for (const [path, words] of [
    [broken, /Labels and classifier do not belong together: \d+ labels, \d+ outputs/],
    [join(folder, 'page.onnx'), /page\.onnx is a web page, not a model/],
    [join(folder, 'notes.onnx'), /notes\.onnx is not a network in ONNX format/],
    [join(folder, 'cut.zip'), /cut\.zip could not be unpacked/],
    [withoutNetwork, /demo-\S+ is missing/],
  ] as const) {
    await dropPaths(page, [path]);
    await expect(page.getByRole('alert')).toContainText(words, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
});

test('a check that is cancelled leaves nothing behind', async ({ open }) => {
  const { page } = await open();
  await openModels(page);
  await dropPaths(page, [join(DEMO, 'package')]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('No model package yet')).toBeVisible();
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
  await addPackage(page, join(DEMO, 'package')); // nothing of the cancelled one is in the way
});

test('a lone detector finds, and names nothing', async ({ open, folder }) => {
  const { page } = await open();
  await openModels(page);
  await addPackage(page, join(DEMO, 'package', 'demo-detector.onnx'));
  await expect(page.getByText(/Detector only/).first()).toBeVisible();
  const total = copyPhotos(join(folder, 'photos'));
  await openFolder(page, join(folder, 'photos'));
  await expect(page.getByRole('radio', { name: /Species/ })).toBeDisabled();
  await page.getByRole('radio', { name: /Detections only/ }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  const images = await page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ inference, prediction }) => ({ inference, prediction })),
  );
  expect(images).toHaveLength(total);
  expect(images.every(({ inference, prediction }) => inference?.detections != null && prediction === null)).toBe(true);
});

test.describe('trained networks', () => {
  test.skip(!hasShared, WITHOUT_SHARED);

  test('a package in the reference program’s own layout is accepted with its figures', async ({ open }) => {
    const { page } = await open();
    await openModels(page);
    await addPackage(page, PACKAGE);
    const info = JSON.parse(readFileSync(join(PACKAGE, 'info.json'), 'utf8')) as Record<string, string>;
    const { version, type, ...files } = info;
    expect(type).toBe('always_crop');
    await expect(page.getByRole('heading', { name: version! })).toBeVisible();
    await expect(page.getByText(/Crops each animal · 2,498 labels/)).toBeVisible();
    await expectFiles(page, PACKAGE, ['info.json', ...Object.values(files)]);
  });

  test('each unusable network is refused with its own reason', async ({ open }) => {
    const { page } = await open();
    await openModels(page);
    for (const [path, words] of [
      ['negative/yolov5n-lfs-pointer.onnx', /yolov5n-lfs-pointer\.onnx is a pointer of Git LFS.*git lfs pull/],
      ['negative/mobilenetv2-int8-UNTRAINED-opset17.onnx', /not one that SpeciesNet packages have.*480 by 480/],
      ['detectors/yolov8n-coco-static640-int8dyn-opset22.onnx', /layout that is not supported: YOLOv8/],
    ] as const) {
      await dropPaths(page, [join(SHARED, 'models', path)]);
      await expect(page.getByRole('alert')).toContainText(words, { timeout: 60_000 });
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    expect(await packageCount(page)).toBe(0);
    expect(await storedFiles(page)).toBe(0);
  });

  test('a lone detector of COCO’s classes finds; without their names in the file, the package says what was taken', async ({
    open,
    folder,
  }) => {
    const { page } = await open();
    await openModels(page);
    await addPackage(page, join(SHARED, 'models', 'detectors', 'yolov5n-coco-fp32-dynamic.onnx'));
    const names = SHARED_PHOTOS.slice(0, 2);
    copyPhotosOf(names, join(folder, 'photos'));
    await openFolder(page, join(folder, 'photos'));
    await page.getByRole('radio', { name: /Detections only/ }).click();
    await page.getByRole('button', { name: 'Start run' }).click();
    await waitForRun(page, 'finished');
    // The golden results are of a detector with three classes whose clear boxes this one shares; faint ones differ.
    const clear = (records: readonly ComparedRecord[]) =>
      records.map((record) => ({
        ...record,
        detections: (record.detections ?? []).filter(({ conf }) => conf >= 0.05),
      }));
    const wanted = clear(recordsOf('predictions-detector_only.json', names));
    expect(differences(clear(await exportedRecords(page)), wanted)).toEqual([]);

    await goHome(page);
    await openModels(page);
    const nameless = 'yolov5n-coco-dynaxes-but-640only-fp16io-opset12-nometa.onnx';
    await addPackage(page, join(SHARED, 'models', 'detectors', nameless));
    await expect(page.getByText(/The detector has 80 classes without names/)).toBeVisible();
    await expect(page.getByText(/takes images of 640 by 640 pixels only/)).toBeVisible();
  });

  test('a package for whole images gives what the reference program gives', async ({ open, folder }) => {
    const { page } = await open();
    const source = join(folder, 'full-image');
    cpSync(PACKAGE, source, { recursive: true });
    cpSync(join(PACKAGE, 'info-full_image.json'), join(source, 'info.json'));
    await openModels(page);
    await addPackage(page, source);
    await expect(page.getByText(/Looks at the whole image/)).toBeVisible();

    copyPhotosOf(SHARED_PHOTOS, join(folder, 'photos'));
    await openFolder(page, join(folder, 'photos'));
    await page.getByRole('button', { name: 'Start run' }).click();
    await waitForRun(page, 'finished');
    const wanted = recordsOf('predictions-full_image-none.json', SHARED_PHOTOS);
    expect(differences(await exportedRecords(page), wanted)).toEqual([]);
  });
});
