import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createClassifierNetwork } from '../scripts/demo/classifier-network';
import { createPrototypes } from '../scripts/demo/prototypes';
import { collectBytes } from '../src/weights/onnx/join-bytes';
import type { OnnxGraph } from '../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../src/weights/onnx/write-onnx';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, copyPhotos, DEMO, DEMO_PHOTOS, openFolder } from './journey-steps';

const COPIES = 3;

/** The demonstration's package, whose classifier gives what it sees of a crop as a second output. */
async function writePackage(to: string): Promise<void> {
  cpSync(join(DEMO, 'package'), to, { recursive: true });
  const prototypes = createPrototypes();
  const graph = createClassifierNetwork(prototypes);
  const features = graph.nodes.find(({ op }) => op === 'Gemm')!.inputs[0]!;
  const withEmbedding: OnnxGraph = {
    ...graph,
    nodes: [...graph.nodes, { op: 'Identity', inputs: [features], outputs: ['embedding'], attributes: {} }],
    outputs: [
      ...graph.outputs,
      { name: 'embedding', elementType: 'float32', dims: ['batch', prototypes[0]!.features.length] },
    ],
  };
  const bytes = await collectBytes(writeOnnx(withEmbedding, { kind: 'single-file', weights: 'as-stored' }));
  writeFileSync(join(to, 'demo-classifier.onnx'), bytes);
}

async function run(page: Page): Promise<void> {
  await page.evaluate(() => window.understory!.actions.startRun());
  await waitForRun(page, 'finished');
}

/** Vectors in the browser's storage, by image. */
const storedVectors = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('understory-vectors');
        request.onerror = () => reject(request.error ?? new Error('vectors'));
        request.onsuccess = () => {
          const opened = request.result;
          if (!opened.objectStoreNames.contains('records')) {
            opened.close();
            resolve(0);
            return;
          }
          const keys = opened.transaction('records').objectStore('records').getAllKeys();
          keys.onsuccess = () => {
            opened.close();
            resolve(keys.result.filter((key) => Array.isArray(key) && key.length === 2).length);
          };
          keys.onerror = () => reject(keys.error ?? new Error('vectors'));
        };
      }),
  );

const predictions = (page: Page) =>
  page.evaluate(() =>
    window
      .understory!.store.getState()
      .open!.images.map(({ filepath, prediction, inference }) => ({ filepath, prediction, crops: inference!.crops })),
  );

const saidLabels = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.flatMap(({ filepath, review }) =>
          review?.observations == null ? [] : [[filepath, review.observations[0]!.label.split(';').at(-1)!]],
        ),
    ),
  );

async function openSpecies(page: Page, name: string) {
  await page.getByRole('link', { name: 'Review', exact: true }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^One species at a time/ })
    .click();
  await page.getByRole('combobox', { name: 'Species' }).fill(name);
  await page.getByRole('option').first().click();
  await expect(page.getByText('Putting the images in order')).toHaveCount(0);
}

test('alike crops are named together, by what the classifier sees of them; nothing else changes', async ({
  open,
  folder,
}) => {
  test.setTimeout(240_000);
  const photos = join(folder, 'photos');
  copyPhotos(photos, COPIES);
  await writePackage(join(folder, 'package'));
  const { page } = await open();
  await addPackage(page, join(folder, 'package'));
  await openFolder(page, photos);
  await run(page);
  expect(await storedVectors(page)).toBe(COPIES * DEMO_PHOTOS);
  const withVectors = await predictions(page);

  await openSpecies(page, 'Red fox');
  const main = page.getByRole('main');
  await expect(main).toContainText('by what it sees before it names');
  const group = page.getByRole('region', { name: 'Alike crops' });
  await expect(group).toContainText('3 crops look alike');
  await expect(group).toContainText('None of them is named yet');
  await expect(page.getByRole('list', { name: 'Animals with this name' }).getByRole('button')).toHaveCount(3);
  // One is called otherwise: the others are like it.
  await page.evaluate(async () => {
    const { actions, store } = window.understory!;
    const coyote = store.getState().open!.labels.find((line) => line.endsWith(';coyote'))!;
    await actions.review(['card 0/North Ridge/IMG_0001.JPG'], { kind: 'label', label: coyote });
  });
  await expect(group).toContainText('3 crops look alike, 2 not reviewed');
  await expect(group).toContainText('1 of 1 alike crop that you named: Coyote');
  await page.getByRole('list', { name: 'Animals with this name' }).getByRole('button').first().focus();
  await page.keyboard.press('g');
  await expect(page.getByText('All images called Red fox are reviewed')).toBeVisible();
  await expect.poll(async () => Object.values(await saidLabels(page))).toEqual(['coyote', 'coyote', 'coyote']);
  await page.keyboard.press('Control+z'); // all of the group at once
  await expect(group).toBeVisible();
  await expect.poll(async () => Object.keys(await saidLabels(page))).toEqual(['card 0/North Ridge/IMG_0001.JPG']);
  await group.getByRole('button', { name: 'Name all 2 images of this group: Coyote' }).click();
  await expect(page.getByText('All images called Red fox are reviewed')).toBeVisible();

  // Its copies are most like a crop.
  await page.evaluate(() => {
    location.hash = location.hash.replace(/review.*/, `image/${encodeURIComponent('card 1/North Ridge/IMG_0001.JPG')}`);
  });
  await page.getByRole('button', { name: 'More like this' }).click();
  const dialog = page.getByRole('dialog', { name: 'More like the crop of IMG_0001.JPG' });
  await expect(dialog.getByRole('link').nth(1)).toHaveAccessibleName(/IMG_0001\.JPG, .*likeness 1\.00$/);
  for (const place of [0, 1]) {
    await expect(dialog.getByRole('link').nth(place)).toHaveAttribute('href', /North%20Ridge%2FIMG_0001\.JPG$/);
  }
  const found: string[] = [];
  await look(page, 'more like this', found);
  await dialog.getByRole('link').first().click();
  await expect(page).toHaveURL(/card%200|card%202/);

  // The same photos with the same network without that output: facts and conclusions are the same.
  await page.evaluate(() => window.understory!.actions.startOver());
  expect(await storedVectors(page)).toBe(0);
  const demo = await page.evaluate(() => window.understory!.installDemoPackage());
  await page.evaluate((packageId) => window.understory!.actions.changeSurveySettings({ packageId }), demo);
  await run(page);
  expect(await storedVectors(page)).toBe(0);
  expect(await predictions(page)).toEqual(withVectors);
  await openSpecies(page, 'Odocoileus'); // the foxes are reviewed
  await expect(main).toContainText('it keeps no other measure of likeness');
  await look(page, 'one species at a time', found);
  expect(found).toEqual([]);
});
