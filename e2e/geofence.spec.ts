import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { look } from './accessibility-look';
import { expect, test } from './app-test';
import { waitUntilReady } from './journey-steps';

/** The demonstration as if its photos were taken in Kenya, where most of its animals do not live. */
async function openGeofence(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Set-up' }).first().click();
  const country = page.getByRole('combobox', { name: 'Country' });
  await country.fill('kenya');
  await page.getByRole('option', { name: /kenya/i }).click();
  await goToGeofence(page);
}

async function goToGeofence(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Refine' }).first().click();
  await page.getByRole('link', { name: /^Geofence/ }).click();
  await expect(page.getByRole('heading', { name: 'Geofence', level: 1 })).toBeVisible();
}

const heldRows = (page: Page) => page.getByRole('table', { name: 'Held back' }).getByRole('row');
const heldRow = (page: Page, name: string) => heldRows(page).filter({ hasText: name });
const ownRows = (page: Page) => page.getByRole('table', { name: 'Your own rules' }).locator('tbody').getByRole('row');
const toast = (page: Page) => page.getByRole('status');

async function download(page: Page, button: Locator): Promise<string> {
  const waiting = page.waitForEvent('download');
  await button.click();
  return (await waiting).path();
}

async function exportedLabels(page: Page): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'Export' }).first().click();
  const dialog = page.getByRole('dialog');
  const file = await download(page, dialog.getByRole('button', { name: /^save/i }));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const { predictions } = JSON.parse(readFileSync(file, 'utf8')) as { predictions: { prediction?: string }[] };
  return predictions.map(({ prediction }) => prediction ?? '');
}

async function chooseFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import CSV' }).click();
  await (await chooser).setFiles(path);
}

async function chooseTaxon(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Taxon' }).fill(query);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

test('what was held back is seen, allowed, undone, and the labels follow everywhere', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGeofence(page);
  await expect(heldRow(page, 'Red fox')).toContainText('The package does not list Kenya for it');
  await expect(heldRow(page, 'Red fox')).toContainText('Canine family');
  const isFox = (label: string) => label.endsWith(';red fox');
  expect((await exportedLabels(page)).filter(isFox)).toEqual([]);

  // A row leads to its images, which the gallery shows alone.
  await goToGeofence(page);
  await heldRow(page, 'White-tailed deer').getByRole('link').click();
  await expect(page.getByRole('gridcell')).toHaveCount(2);
  await page.getByRole('button', { name: /Remove the filter White-tailed deer held back in Kenya/ }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);

  await goToGeofence(page);
  await page.getByRole('button', { name: 'Allow it here: Red fox in Kenya' }).click();
  await expect(toast(page).getByText('red fox is allowed in Kenya now.')).toBeVisible();
  await expect(heldRow(page, 'Red fox')).toHaveCount(0);
  await expect(ownRows(page)).toHaveCount(1);
  await expect(ownRows(page).first()).toContainText('Red fox Vulpes vulpes');
  expect((await exportedLabels(page)).filter(isFox)).not.toEqual([]);
  await expect(page.getByRole('gridcell', { name: /^Red fox/ })).toHaveCount(1);

  // What was decided is there after a reload, also on the card of the tool.
  await page.reload();
  await waitUntilReady(page);
  await page.getByRole('link', { name: 'Refine' }).first().click();
  await expect(
    page.getByRole('link', { name: /^Geofence.*First choices held back in \d+ images, 1 own rule$/ }),
  ).toBeVisible();
  await page.getByRole('link', { name: /^Geofence/ }).click();
  await expect(ownRows(page)).toHaveCount(1);

  await page.getByRole('button', { name: 'Remove the rule: allow Red fox in Kenya' }).click();
  await expect(heldRow(page, 'Red fox')).toHaveCount(1);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(ownRows(page)).toHaveCount(1);
  await expect(heldRow(page, 'Red fox')).toHaveCount(0);
});

test('an image explains what was held back, and allows it', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGeofence(page);
  await heldRow(page, 'Red fox').getByRole('link').click();
  await page.getByRole('gridcell').first().click();
  const label = page.getByRole('complementary', { name: 'Conclusion' }).getByRole('heading', { level: 2 });
  await expect(label).toHaveText('Canine family');
  await page.getByRole('button', { name: 'Allow it here: red fox in Kenya' }).click();
  await expect(label).toHaveText('Red fox');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(label).toHaveText('Canine family');
});

test('a rule is made with the keyboard, after seeing what it changes', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGeofence(page);
  const form = page.getByRole('form', { name: 'Add a rule' });
  const add = form.getByRole('button', { name: 'Add rule' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await chooseTaxon(page, 'odocoileus virg');
  await expect(form).toContainText('2 images change.');
  await expect(form).toContainText('Artiodactyla order becomes White-tailed deer');
  await page.keyboard.press('Enter');
  await expect(ownRows(page)).toHaveCount(1);
  await expect(heldRow(page, 'White-tailed deer')).toHaveCount(0);

  // The same once more is refused; the opposite takes it back, and says so.
  await chooseTaxon(page, 'white-tailed deer');
  await expect(form).toContainText('This rule is in your list already.');
  await form.getByRole('radio', { name: 'Block' }).click();
  await expect(form).toContainText('2 images change.');
  await add.click();
  await expect(ownRows(page).first()).toContainText('Taken back by rule 2');
  await expect(heldRow(page, 'White-tailed deer')).toContainText('Your rule');
});

test('rules go out and come in as CSV', async ({ openDemo, folder }) => {
  const { page } = await openDemo();
  await openGeofence(page);
  for (const name of ['Red fox', 'Brown bear']) {
    await page.getByRole('button', { name: `Allow it here: ${name} in Kenya` }).click();
    await expect(heldRow(page, name)).toHaveCount(0);
  }
  const saved = await download(page, page.getByRole('button', { name: 'Export CSV' }));
  const text = readFileSync(saved, 'utf8');
  expect(text).toBe(
    [
      'species,rule,country_code,admin1_region_code',
      'mammalia;carnivora;canidae;vulpes;vulpes,allow,KEN,',
      'mammalia;carnivora;ursidae;ursus;arctos,allow,KEN,',
      '',
    ].join('\n'),
  );
  const list = join(folder, 'rules.csv');
  writeFileSync(list, text);

  // The same list again brings nothing.
  await chooseFile(page, list);
  const dialog = page.getByRole('dialog', { name: 'Rules in rules.csv' });
  await expect(dialog).toContainText('2 rules are in your list already.');
  await expect(dialog.getByRole('button', { name: /^Add/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(heldRow(page, 'Red fox')).toHaveCount(1);
  writeFileSync(list, `${text}mammalia;primates;hominidae;yeti;nivalis,block,NPL,\n`);
  await chooseFile(page, list);
  await expect(dialog).toContainText('2 rules are new.');
  await expect(dialog).toContainText('mammalia;primates;hominidae;yeti;nivalis');
  await expect(dialog).toContainText('2 images change.');
  await dialog.getByRole('button', { name: 'Add 2 rules' }).click();
  await expect(ownRows(page)).toHaveCount(2);
  await expect(heldRow(page, 'Red fox')).toHaveCount(0);

  await chooseFile(page, list);
  await dialog.getByRole('checkbox', { name: 'Add these as well' }).click();
  await dialog.getByRole('button', { name: 'Add 1 rule' }).click();
  await expect(ownRows(page)).toHaveCount(3);
  await expect(ownRows(page).last()).toContainText('Not in this package');

  writeFileSync(list, 'species,rule,country_code,admin1_region_code\nred fox,allow,KEN,\n');
  await chooseFile(page, list);
  await expect(page.getByRole('alert')).toContainText('rules.csv is no list of geofence rules');
  await page.getByRole('alert').getByText('Details', { exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('line 2: expected a taxon class;order;family;genus;species');
  await expect(ownRows(page)).toHaveCount(3);
});

test('the two switches are independent and can be turned back', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGeofence(page);
  const geofence = page.getByRole('switch', { name: /^Hold back names/ });
  const rollup = page.getByRole('switch', { name: /^Roll up/ });
  const before = await exportedLabels(page);
  await goToGeofence(page);
  await expect(geofence).toHaveAccessibleName(/Turning it off changes the label of \d+ images\./);
  await geofence.click();
  await expect(page.getByText('The geofence is off')).toBeVisible();
  await expect(geofence).toHaveAccessibleName(/Turning it on changes the label of \d+ images\./);
  await expect(rollup).toBeChecked();
  const withoutGeofence = await exportedLabels(page);
  expect(withoutGeofence.filter((label, index) => label !== before[index])).not.toEqual([]);

  await goToGeofence(page);
  await rollup.click();
  await geofence.click();
  await expect(heldRow(page, 'Red fox')).toHaveCount(1);
  await page.reload();
  await waitUntilReady(page);
  await expect(geofence).toBeChecked();
  await expect(rollup).not.toBeChecked();
  await rollup.click();
  await expect(rollup).toBeChecked();
  expect(await exportedLabels(page)).toEqual(before);
});

test('the screen breaks no rule of accessibility', async ({ openDemo, folder }) => {
  const { page } = await openDemo();
  const found: string[] = [];
  await openGeofence(page);
  await page.getByRole('button', { name: 'Allow it here: Red fox in Kenya' }).click();
  await chooseTaxon(page, 'deer');
  await expect(page.getByText(/images? changes?\.|No image changes/)).toBeVisible();
  await look(page, 'geofence', found);
  const list = join(folder, 'rules.csv');
  writeFileSync(
    list,
    'species,rule,country_code,admin1_region_code\nmammalia;a;b;c;d,block,NPL,\nmammalia;carnivora;ursidae;;,allow,KEN,\n',
  );
  await chooseFile(page, list);
  await expect(page.getByRole('dialog')).toContainText('1 rule is new.');
  await look(page, 'geofence import', found);
  expect(found).toEqual([]);
});
