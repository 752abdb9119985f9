import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { addPackage, goHome, openFolder, packageCount, storedFiles, waitUntilReady } from './journey-steps';

/** Small checkpoints and an archive with the structure of the official files; see its README. */
const CHECKPOINTS = process.env['CHECKPOINTS_DIR'] ?? join(SHARED, 'checkpoints');
const SPECIESNET = join(CHECKPOINTS, 'package', 'speciesnet-like.tar.gz');
const MEGADETECTOR = join(CHECKPOINTS, 'small', 'y5p6-fp16.pt');
const PHOTOS = ['coral/owl.jpg', 'test_data/ocelot.jpg', 'test_data/domestic_dog.jpg'];

test.skip(!existsSync(CHECKPOINTS), WITHOUT_SHARED);

async function openModels(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
}

async function dropAndWait(page: Page, paths: readonly string[]) {
  const outcome = page.evaluate(() => window.understory!.nextPackage());
  await dropPaths(page, paths);
  return outcome;
}

function copyPhotos(to: string): string {
  for (const name of PHOTOS) {
    mkdirSync(join(to, name, '..'), { recursive: true });
    cpSync(join(SHARED, 'photos', 'open', name), join(to, name));
  }
  return to;
}

/** The archive unpacked, as another release of the same package. */
function unpackAs(version: string, folder: string): string {
  const to = join(folder, version);
  mkdirSync(to);
  execFileSync('tar', ['-xzf', SPECIESNET, '-C', to]);
  const info = JSON.parse(readFileSync(join(to, 'info.json'), 'utf8')) as Record<string, string>;
  writeFileSync(join(to, 'info.json'), JSON.stringify({ ...info, version }));
  return to;
}

async function exportText(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Export', exact: true }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return text;
}

const packagesOf = (page: Page) =>
  page.evaluate(() =>
    window.understory!.store.getState().packages.map(({ id, files, missingDetector, selfTests, importer }) => ({
      id,
      missingDetector,
      importer,
      tests: selfTests.map(({ backend, verdict }) => `${backend} ${verdict}`),
      files: files.map(({ role, name }) => `${role} ${name}`),
    })),
  );

const refusedCard = (page: Page) => page.getByRole('region', { name: 'This file was not added' });

const openSettings = (page: Page) => page.evaluate(() => window.understory!.store.getState().open!.survey.settings);

test('SpeciesNet as downloaded asks for MegaDetector; dropped, it completes the package and its surveys; the run is the same offline', async ({
  open,
  folder,
}) => {
  test.setTimeout(300_000);
  const { page, context, foreignRequests } = await open();
  await openModels(page);
  await addPackage(page, SPECIESNET);
  await expect(page.getByText('Detector missing')).toBeVisible();
  await expect(page.getByText(/The detector of this package is missing/)).toBeVisible();
  await expect(page.getByTitle(/md_v5a\.0\.1\.pt$/)).toBeVisible();
  const published = page.getByRole('link', { name: /^Open github\.com/ }).first();
  await expect(published).toHaveAttribute('href', /^https:\/\/github\.com\/agentmorris\/MegaDetector\/releases/);
  await expect(published).toHaveAttribute('target', '_blank');
  const [incomplete] = await packagesOf(page);
  expect(incomplete?.importer).not.toBeNull();

  await openFolder(page, copyPhotos(join(folder, 'photos')));
  expect((await openSettings(page)).packageId).toBe(incomplete?.id);
  await expect(page.getByRole('radio', { name: /Species/ })).toBeDisabled();
  await expect(page.getByRole('radio', { name: /Whole photos/ })).toBeEnabled();
  await page.getByRole('link', { name: 'Add the detector' }).click();

  const completed = await dropAndWait(page, [MEGADETECTOR]);
  await expect(page.getByRole('status').getByText(/is complete with y5p6-fp16/)).toBeVisible();
  const packages = await packagesOf(page);
  expect(packages.map(({ id }) => id)).toEqual(['id' in completed ? completed.id : completed.code]);
  expect(packages[0]?.files.join('\n')).toMatch(/y5p6-fp16/);
  expect(packages[0]?.tests).toContain('wasm passed');
  expect((await openSettings(page)).packageId).toBe(packages[0]?.id);

  await page.goBack();
  await page.getByRole('radio', { name: /Species/ }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  const counts = await page.evaluate(() => window.understory!.store.getState().open!.survey.counts);
  expect(counts).toEqual({ listed: 3, done: 3, failed: 0 });
  const online = await exportText(page);
  expect(online).toContain('test-4.0.2a');

  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  await waitUntilReady(page);
  await openFolder(page, join(folder, 'photos')); // the same folder: its survey is opened again
  await page.evaluate(() => window.understory!.actions.startOver());
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  expect(await exportText(page)).toBe(online);
  expect(foreignRequests).toEqual([]);
});

test('both files dropped together, in any order and anywhere, are one complete package; dropped again, nothing changes', async ({
  open,
}) => {
  const { page } = await open();
  await expect(page.getByText('No survey yet')).toBeVisible();
  expect(await dropAndWait(page, [MEGADETECTOR, SPECIESNET])).toHaveProperty('id');
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
  const packages = await packagesOf(page);
  const whole = packages.find(({ files }) => files.some((file) => file.startsWith('classifier ')));
  expect(whole?.files.some((file) => file.startsWith('detector '))).toBe(true);
  expect(packages.filter(({ files }) => files.some((file) => file.startsWith('classifier ')))).toHaveLength(1);

  const again = await dropAndWait(page, [SPECIESNET]);
  expect(again).toEqual({ id: whole?.id });
  await expect(page.getByRole('status').getByText(/is here already/)).toBeVisible();
  expect(await packageCount(page)).toBe(packages.length);
});

test('a trained checkpoint of YOLOv5 is a detector of its own, tested on this computer, and can be tested again', async ({
  open,
}) => {
  const { page } = await open();
  await openModels(page);
  await addPackage(page, join(CHECKPOINTS, 'real', 'yolov5n-coco-official-v7.0.pt'));
  await expect(page.getByText(/Nothing in the file was executed/)).toBeVisible();
  await expect(page.getByText('Unverified', { exact: true })).toBeVisible();
  const table = page.getByRole('region', { name: /^Self-test of/ });
  await expect(table.getByRole('row', { name: /WASM.*Passed/ })).toBeVisible();
  const testedAt = () =>
    page.evaluate(() => window.understory!.store.getState().packages[0]!.selfTests.map((one) => one.testedAt));
  const before = await testedAt();
  await table.getByRole('button', { name: 'Test again' }).click();
  await expect(page.getByRole('status').getByText(/Self-test of .* finished/)).toBeVisible({ timeout: 60_000 });
  for (const [index, at] of (await testedAt()).entries()) expect(at).toBeGreaterThan(before[index] ?? 0);
});

test('what can’t be converted is refused in words, with a report to copy, and nothing is stored', async ({
  open,
  folder,
}) => {
  const { page, context } = await open();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openModels(page);
  await dropPaths(page, [join(CHECKPOINTS, 'negative', 'yolov9-block.pt')]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/yolov9-block\.pt holds a network that can’t be converted/, { timeout: 60_000 });
  await expect(alert).toContainText(/Nothing was stored/);
  await page.getByRole('button', { name: 'Copy report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('RepNCSPELAN4');
  expect(report).toMatch(/importer/i);
  await refusedCard(page).getByRole('button', { name: 'Dismiss' }).click();

  const cut = join(folder, 'md_v5a.0.0.pt');
  writeFileSync(cut, readFileSync(MEGADETECTOR).subarray(0, -5000));
  await dropPaths(page, [cut]);
  await expect(alert).toContainText(/md_v5a\.0\.0\.pt (is damaged or was cut off|could not be unpacked)/, {
    timeout: 60_000,
  });
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
});

test('a geofence dropped by itself updates the package that the person confirms, and its survey', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await openModels(page);
  const geofence = join(folder, 'geofence_release.2026.json');
  writeFileSync(geofence, readFileSync(join(unpackAs('4.0.2a-test', folder), 'geofence_release.json'), 'utf8') + '\n');
  await dropPaths(page, [geofence]);
  await expect(page.getByRole('alert')).toContainText(/No installed package has a geofence/, { timeout: 60_000 });
  await refusedCard(page).getByRole('button', { name: 'Dismiss' }).click();

  await addPackage(page, join(folder, '4.0.2a-test'));
  await openFolder(page, copyPhotos(join(folder, 'photos')));
  const before = (await openSettings(page)).packageId;
  const question = page.getByRole('dialog');
  await dropPaths(page, [geofence]);
  await expect(question).toContainText('boxes and scores stay, names follow it at once');
  expect((await openSettings(page)).packageId).toBe(before); // nothing happens before the answer
  await question.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('status').getByText(/has a new geofence: geofence_release\.2026\.json/)).toBeVisible();
  await expect(page.getByTitle('geofence_release.2026.json')).toHaveCount(1);
  expect(await packageCount(page)).toBe(1);
  const [updated] = await packagesOf(page);
  expect(updated?.id).not.toBe(before);
  expect((await openSettings(page)).packageId).toBe(updated?.id);

  await addPackage(page, unpackAs('4.0.3a-test', folder));
  const newer = join(folder, 'geofence_release.2027.json');
  writeFileSync(newer, readFileSync(geofence, 'utf8') + '\n');
  await dropPaths(page, [newer]);
  await expect(question).toContainText('Which package gets this geofence?');
  await question.getByRole('radio', { name: /4\.0\.2a-test/ }).click();
  await question.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('status').getByText(/4\.0\.2a-test has a new geofence/)).toBeVisible();
  await dropPaths(page, [geofence]);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByTitle('geofence_release.2027.json')).toHaveCount(1);
  await expect(page.getByTitle('geofence_release.json', { exact: true })).toHaveCount(1);
});

test('another detector makes another package; surveys with results keep the one they were made with', async ({
  open,
  folder,
}) => {
  test.setTimeout(240_000);
  const { page } = await open();
  await openModels(page);
  await dropAndWait(page, [MEGADETECTOR]);
  await dropAndWait(page, [SPECIESNET]);
  await addPackage(page, join(CHECKPOINTS, 'small', 'y5v7-fp16.pt'));
  const exchange = async () => {
    await page.getByRole('button', { name: 'More for test-4.0.2a' }).first().click();
    await page.getByRole('menuitem', { name: 'Use another detector' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('radio', { name: basename('y5v7-fp16.pt', '.pt') }).click();
    await question.getByRole('button', { name: 'Use this detector' }).click();
  };
  await exchange();
  await expect(page.getByRole('status').getByText(/finds animals with y5v7-fp16/)).toBeVisible();
  expect(await packageCount(page)).toBe(3);

  await openFolder(page, copyPhotos(join(folder, 'photos')));
  await page.evaluate(() => {
    const { packages } = window.understory!.store.getState();
    const packageId = packages.find(({ classifier }) => classifier !== null)!.id;
    return window.understory!.actions.changeSurveySettings({ packageId });
  });
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  const used = (await openSettings(page)).packageId;
  await goHome(page);
  await openModels(page);
  await page.getByRole('button', { name: 'More for test-4.0.2a' }).click();
  await page.getByRole('menuitem', { name: 'Use another detector' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'y5p6-fp16' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this detector' }).click();
  await expect(page.getByRole('status').getByText(/stands beside the old one/)).toBeVisible();
  expect(await packageCount(page)).toBe(4);
  expect((await openSettings(page)).packageId).toBe(used);
});

test('an import that is cancelled in the middle leaves nothing behind', async ({ open }) => {
  const { page } = await open();
  await openModels(page);
  await dropPaths(page, [join(CHECKPOINTS, 'real', 'yolov5n-coco-official-v7.0.pt')]);
  await page.waitForFunction(() => {
    const [job] = window.understory!.store.getState().packageJobs;
    return job?.step === 'checking' && job.progress !== null;
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('No model package yet')).toBeVisible();
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
  await page.reload();
  await waitUntilReady(page);
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
});

test('no state of the Models screen breaks a rule of accessibility, in either theme, on a laptop and on a phone', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const { page } = await open();
  const found: string[] = [];
  await openModels(page);
  await page.getByText('MegaDetector v5a.0.1', { exact: true }).click();
  await look(page, 'a model of the catalog', found);
  const download = page.getByRole('button', { name: /^Download from/ }).first();
  await download.click();
  await expect(page.getByRole('alertdialog')).toContainText(/The request goes from this computer to/);
  await look(page, 'consent to a download', found);
  await page.keyboard.press('Escape');
  await expect(download).toBeFocused();

  await addPackage(page, SPECIESNET);
  await page.getByText('Unverified', { exact: true }).click();
  await page.getByText(/with checksums$/).click();
  await look(page, 'a package without its detector', found);
  await dropPaths(page, [join(CHECKPOINTS, 'negative', 'yolov9-block.pt')]);
  await expect(page.getByRole('button', { name: 'Copy report' })).toBeVisible({ timeout: 60_000 });
  await refusedCard(page).getByText('Details').click();
  await look(page, 'a refused checkpoint', found);
  expect(found).toEqual([]);
});
