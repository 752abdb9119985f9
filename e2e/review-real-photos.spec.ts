import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { addPackage, openFolder } from './journey-steps';

const PHOTOS = [
  'test_data/blank.jpg',
  'test_data/blank2.jpg',
  'test_data/human.jpg',
  'test_data/ocelot.jpg',
  'test_data/domestic_dog.jpg',
  'test_data/african_elephants.jpg',
  'coral/owl.jpg',
  'megadetector-repo/nacti.jpg',
];

/** From this conf on a box is drawn, faintly (shown-boxes.ts). */
const FAINT = 0.1;

/** By path: what the machine says, and what a person has said and marked. */
const answers = (page: Page) =>
  page.evaluate(
    (faint) =>
      window.understory!.store.getState().open!.images.map(({ filepath, prediction, inference, review }) => ({
        filepath,
        machine: prediction?.label.split(';').at(-1) ?? null,
        hasPerson: inference?.detections?.some(({ label, conf }) => label === 'human' && conf >= faint) ?? false,
        said: review?.observations?.[0]?.label.split(';').at(-1) ?? null,
        isFlagged: review?.isFlagged === true,
      })),
    FAINT,
  );

async function openMode(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Review' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
}

test('real photos are reviewed in every guided way', async ({ open, folder }) => {
  test.skip(!hasShared, WITHOUT_SHARED);
  test.setTimeout(300_000);
  const { page } = await open();
  page.setDefaultTimeout(20_000);
  const card = join(folder, 'Card');
  mkdirSync(card);
  for (const name of PHOTOS) cpSync(join(SHARED, 'photos', 'open', name), join(card, basename(name)));
  await addPackage(page, join(SHARED, 'models', 'coco-mnv2'));
  await openFolder(page, card);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  const machine = await answers(page);
  const people = machine.filter(({ hasPerson }) => hasPerson).map(({ filepath }) => filepath);
  const blanks = machine.filter((image) => image.machine === 'blank').map(({ filepath }) => filepath);
  expect(people.length, 'photos with a person').toBeGreaterThan(0);
  expect(blanks.length, 'photos called blank').toBeGreaterThan(0);
  const saidCount = async () => (await answers(page)).filter(({ said }) => said !== null).length;

  await openMode(page, 'People first');
  for (let flagged = 1; flagged <= people.length; flagged++) {
    await page.keyboard.press('x');
    await expect.poll(async () => (await answers(page)).filter(({ isFlagged }) => isFlagged).length).toBe(flagged);
  }
  const flaggedPaths = (await answers(page)).filter(({ isFlagged }) => isFlagged).map(({ filepath }) => filepath);
  expect(flaggedPaths.toSorted()).toEqual(people.toSorted());

  await openMode(page, 'Blank check');
  for (let looked = 1; looked <= blanks.length; looked++) {
    await page.keyboard.press('b');
    await expect.poll(saidCount).toBe(looked);
  }
  await expect(page.getByText('All images called blank have been looked at')).toBeVisible();
  expect((await answers(page)).filter(({ said }) => said === 'blank').map(({ filepath }) => filepath)).toEqual(blanks);

  await openMode(page, 'Uncertain first');
  // The first one has no name that could be confirmed.
  await page.getByRole('button', { name: 'Animal, not identified' }).click();
  await expect.poll(saidCount).toBe(blanks.length + 1);

  await openMode(page, 'One species at a time');
  const before = await saidCount();
  await page.getByRole('button', { name: /^Confirm/ }).click();
  await expect.poll(saidCount).toBeGreaterThan(before);

  await openMode(page, 'Event by event');
  const confirm = page.getByRole('button', { name: /^Confirm the event/ });
  for (let left = PHOTOS.length; left > 0 && (await saidCount()) < PHOTOS.length; left--) {
    const now = await saidCount();
    // An event that has no name can't be confirmed.
    await expect(confirm.or(page.getByText('The machine says nothing of this event'))).toBeVisible();
    if (await confirm.isVisible()) await confirm.click();
    else await page.getByRole('button', { name: 'The whole event is: Cannot tell' }).click();
    await expect.poll(saidCount).toBeGreaterThan(now);
  }
  const said = await answers(page);
  expect(said.filter((image) => image.said === null)).toEqual([]);
  expect(
    said.map(({ filepath, machine: machineSays }) => [filepath, machineSays]),
    'facts stay',
  ).toEqual(machine.map(({ filepath, machine: machineSays }) => [filepath, machineSays]));

  await openMode(page, 'Agreement');
  // What the machine knows nothing of agrees with nothing and differs from nothing.
  const named = machine.filter((image) => image.machine !== null && image.machine !== 'no cv result');
  await expect(page.getByRole('main')).toContainText(`of ${named.length} images`);
});
