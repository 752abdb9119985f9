import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { cardOf, goHome, waitUntilReady } from './journey-steps';

async function runDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
}

async function goToNames(page: Page): Promise<void> {
  await goHome(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(namesPanel(page)).toBeVisible();
}

const namesPanel = (page: Page) => page.getByRole('region', { name: 'Names', exact: true });
const ownRows = (page: Page) => page.getByRole('list', { name: 'Your own labels' }).getByRole('listitem');
const favourites = (page: Page) => page.getByRole('list', { name: 'Favourites' }).getByRole('listitem');

async function goToGallery(page: Page): Promise<void> {
  await goHome(page);
  await cardOf(page, 'Demo').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
}

test('own labels are added with the keyboard, changed, removed and offered again', async ({ openDemo }) => {
  const { page } = await openDemo();
  await goToNames(page);
  await namesPanel(page).getByRole('button', { name: 'Add own label' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add own label' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('melanistic; red fox');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A name may not have a semicolon');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Red Fox');
  await dialog.getByRole('combobox', { name: 'Below' }).fill('vulpes vulpes');
  await page.getByRole('option', { name: /Red fox/ }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('The package has the label “Red fox” already.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('melanistic red fox');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(ownRows(page)).toContainText('melanistic red fox');
  await expect(ownRows(page)).toContainText('Mammals › Carnivora › Canidae › Vulpes vulpes');

  await page.reload();
  await waitUntilReady(page);
  await page.getByRole('button', { name: 'Change melanistic red fox' }).click();
  const changing = page.getByRole('dialog', { name: 'Change own label' });
  await expect(changing.getByRole('combobox', { name: 'Below' })).toHaveValue('Red fox');
  await changing.getByRole('textbox', { name: 'Name' }).fill('black fox');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(ownRows(page)).toContainText('black fox');

  await page.getByRole('button', { name: 'Remove black fox' }).click();
  await expect(ownRows(page)).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Removed' })).toContainText('black fox');
  await page.reload();
  await waitUntilReady(page);
  await page.getByRole('button', { name: 'Offer black fox again' }).click();
  await expect(ownRows(page)).toContainText('black fox');
});

test('favourites are picked, ordered and kept, and offered first', async ({ openDemo }) => {
  const { page } = await openDemo();
  await goToNames(page);
  const picker = page.getByRole('dialog', { name: 'Choose a label' });
  const pick = async (query: string, name: string) => {
    await namesPanel(page).getByRole('button', { name: 'Add favourite' }).click();
    await expect(picker.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(query);
    await expect(picker.getByRole('option').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(picker).toBeHidden();
  };
  await pick('ursid', 'Bear family');
  await pick('fox red', 'Red fox');
  await pick('empty', 'Blank');
  await expect(favourites(page)).toHaveCount(3);
  await expect(favourites(page).nth(1)).toContainText('Red fox Vulpes vulpes');
  await page.getByRole('button', { name: 'Move Blank up' }).click();
  await expect(favourites(page).nth(1)).toContainText('Blank');
  await page.getByRole('button', { name: 'Move Bear family down' }).click();
  await expect(favourites(page).first()).toContainText('Blank');
  await page.getByRole('button', { name: 'Remove Red fox from the favourites' }).click();
  await expect(favourites(page)).toHaveCount(2);

  // Kept, offered first, and chosen by their digits.
  await page.reload();
  await waitUntilReady(page);
  await expect(favourites(page).first()).toContainText('Blank');
  await namesPanel(page).getByRole('button', { name: 'Add favourite' }).click();
  const group = picker.getByRole('group', { name: 'Favourites' });
  await expect(group.getByRole('option').nth(1)).toContainText('Bear family');
  await page.keyboard.type('qqqqqqqq');
  await expect(picker).toContainText('No label is called “qqqqqqqq”');
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(favourites(page)).toHaveCount(2);
});

test('common names come from a table, stand everywhere, and go again', async ({ openDemo, folder }) => {
  const { page } = await openDemo();
  await goToNames(page);
  const table = join(folder, 'namen.csv');
  writeFileSync(
    table,
    [
      'scientific name;common name;language',
      'Vulpes vulpes (Linnaeus, 1758);Rotfuchs;de',
      'Vulpes vulpes;renard roux;fr',
      'Odocoileus virginianus;Weißwedelhirsch;de',
      'Yeti nivalis;Schneemensch;de',
      'Aves;;de',
      '',
    ].join('\r\n'),
  );
  await dropPaths(page, [table]);
  await expect(page.getByText('4 names read from namen.csv.')).toBeVisible();
  await page.getByRole('radio', { name: /^German/ }).click();
  await expect(namesPanel(page)).toContainText('2 of 53 labels of the package have a name in this list.');
  await page.getByText('1 row of the file left out').click();
  await expect(namesPanel(page)).toContainText('Line 6: no common name');
  await page.getByText('1 name belongs to no label of the package').click();
  await expect(namesPanel(page)).toContainText('Schneemensch');

  await goToGallery(page);
  await expect(page.getByRole('gridcell', { name: /^Rotfuchs/ })).toHaveCount(1);
  await expect(page.getByRole('gridcell', { name: /^Weißwedelhirsch/ })).not.toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: /^Red fox/ })).toHaveCount(0);
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('gridcell', { name: /^Rotfuchs/ })).toHaveCount(1);

  await goToNames(page);
  await page.getByRole('radio', { name: /^The package’s names/ }).click();
  await goToGallery(page);
  await expect(page.getByRole('gridcell', { name: /^Red fox/ })).toHaveCount(1);
  await expect(page.getByRole('gridcell', { name: /^Rotfuchs/ })).toHaveCount(0);

  // Another file that is no list changes nothing, and says why.
  await goToNames(page);
  writeFileSync(table, 'scientific name,rank\nVulpes vulpes,species\n');
  await dropPaths(page, [table]);
  await expect(page.getByRole('alert')).toContainText('namen.csv is no list of common names');
  await page.getByRole('alert').getByText('Details', { exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('names: line 1: expected a column "common name"');
  await page.getByRole('radio', { name: /^French/ }).click();
  await page.getByRole('button', { name: 'Remove the names French' }).click();
  await expect(page.getByRole('radio', { name: /^French/ })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /^The package’s names/ })).toBeChecked();
});

test('names, the picker and the form break no rule of accessibility', async ({ open, folder }) => {
  const { page } = await open();
  const found: string[] = [];
  await runDemo(page);
  await goToNames(page);
  const table = join(folder, 'names.csv');
  writeFileSync(table, 'latin,name\nVulpes vulpes,Rotfuchs\nYeti nivalis,Schneemensch\nAves,\n');
  await dropPaths(page, [table]);
  await expect(page.getByText('2 names read from names.csv.')).toBeVisible();
  const picker = page.getByRole('dialog', { name: 'Choose a label' });
  for (const query of ['rotf', 'ursid']) {
    await namesPanel(page).getByRole('button', { name: 'Add favourite' }).click();
    await expect(picker.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(query);
    await expect(picker.getByRole('option')).not.toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(picker).toBeHidden();
  }
  await expect(favourites(page)).toHaveCount(2);
  await look(page, 'names', found);
  await namesPanel(page).getByRole('button', { name: 'Add favourite' }).click();
  await expect(picker.getByRole('option').first()).toContainText('Rotfuchs');
  await look(page, 'label picker', found);
  await page.keyboard.type('vulpes');
  await expect(picker.getByRole('option').first()).toBeVisible();
  await look(page, 'label picker, found', found);
  await picker.getByRole('button', { name: 'Add own label' }).click();
  await page.keyboard.press('Enter');
  await look(page, 'own label', found);
  expect(found).toEqual([]);
});
