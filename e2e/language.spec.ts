import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser';
import { serveApp } from '../scripts/serve';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, copyPhotos, countsOfOpen, DEMO, openFolder, waitForDone, waitUntilReady } from './journey-steps';

/** The headings of the screens of a survey, by the end of their address. */
const SCREENS = {
  setup: 'Configurar este muestreo',
  run: 'Ejecución',
  review: 'Revisar los resultados',
  refine: 'Afinar los resultados',
  'refine/geofence': 'Geocerca',
  'refine/events': 'Eventos y suavizado',
  'refine/repeats': 'Detecciones repetidas',
  'refine/compare': 'Comparar con otro resultado',
  'refine/merge': 'Fusionar resultados de otros equipos',
} as const;

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function chooseLanguage(page: Page, control: string, language: string): Promise<void> {
  await page.getByRole('combobox', { name: control }).click();
  await page.getByRole('option', { name: language }).click();
}

/** The first lines of the file that the export dialog would write. */
async function exportedLines(page: Page, dialog: string): Promise<string> {
  await page.evaluate(() => {
    location.hash = `/survey/${window.understory!.store.getState().open!.survey.id}/export`;
  });
  const lines = page.getByRole('dialog', { name: dialog }).locator('pre');
  await expect(lines).toContainText('"predictions"');
  return lines.innerText();
}

test('Spanish from the settings on: the whole main job, after a reload, with the network off, and English again', async ({
  open,
}) => {
  test.setTimeout(240_000);
  const { page, context, foreignRequests } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  expect(await languageOf(page)).toBe('en');
  await page.getByRole('link', { name: 'Settings' }).click();
  await chooseLanguage(page, 'Language', 'Español');
  await expect(heading(page, 'Ajustes')).toBeVisible();
  expect(await languageOf(page)).toBe('es');
  await expect(page).toHaveTitle('Ajustes · Understory');
  await expect(page.getByRole('combobox', { name: 'Idioma' })).toBeFocused();

  await page.getByRole('link', { name: 'Muestreos', exact: true }).click();
  await expect(page.getByText('Aún no hay muestreos')).toBeVisible();
  await page.getByRole('button', { name: /probar la demostración/i }).click();
  await waitForRun(page, 'finished');
  const id = await page.evaluate(() => window.understory!.store.getState().open!.survey.id);
  for (const [screen, name] of Object.entries(SCREENS)) {
    await page.evaluate((address) => (location.hash = address), `/survey/${id}/${screen}`);
    await expect(heading(page, name)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Galería' }).first().click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await expect(page.getByRole('gridcell', { name: /vehículo, .*0,9/i })).toHaveCount(1);

  await page.reload();
  await expect(page.getByRole('gridcell', { name: /persona/i })).toHaveCount(1);
  expect(await languageOf(page)).toBe('es');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('gridcell', { name: /persona/i })).toHaveCount(1);
  const search = page.getByRole('searchbox', { name: 'Buscar', exact: true });
  await search.fill('persona');
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await search.fill('');
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await context.setOffline(false);

  const inSpanish = await exportedLines(page, 'Exportar');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (location.hash = '/settings'));
  await chooseLanguage(page, 'Idioma', 'English');
  await expect(heading(page, 'Settings')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
  expect(await languageOf(page)).toBe('en');
  await page.evaluate((address) => (location.hash = address), `/survey/${id}/gallery`);
  await expect(page.getByRole('gridcell', { name: /vehicle, .*0\.9/i })).toHaveCount(1);
  // Files are the same in every language.
  expect(await exportedLines(page, 'Export')).toBe(inSpanish);
  expect(foreignRequests).toEqual([]);
});

test('a browser in the Spanish of Mexico starts in Spanish, with the numbers of Mexico', async () => {
  const served = await serveApp();
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    const context = await browser.newContext({ locale: 'es-MX' });
    const page = await context.newPage();
    // What is on the screen first is in Spanish already.
    await page.goto(served.url);
    await waitUntilReady(page);
    await expect(page.getByRole('heading', { name: 'Sus muestreos' })).toBeVisible();
    expect(await languageOf(page)).toBe('es');
    await page.evaluate(() => (location.hash = '/settings'));
    await expect(page.getByRole('combobox', { name: 'Idioma' })).toHaveText('Como el sistema');
    await expect(page.getByRole('radio', { name: '0.96' })).toBeVisible();
    await chooseLanguage(page, 'Idioma', 'English');
    await expect(heading(page, 'Settings')).toBeVisible();
    await page.reload();
    await expect(heading(page, 'Settings')).toBeVisible();
    expect(await languageOf(page)).toBe('en');
    await chooseLanguage(page, 'Language', 'As the system');
    await expect(heading(page, 'Ajustes')).toBeVisible();
  } finally {
    await browser.close();
    await served.close();
  }
});

test('a run goes on while the language is changed', async ({ open, folder }) => {
  const { page } = await open();
  await addPackage(page, join(DEMO, 'package'));
  const photos = copyPhotos(join(folder, 'card'), 6);
  await openFolder(page, join(folder, 'card'));
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 1);
  await page.evaluate(() => (location.hash = '/settings'));
  await chooseLanguage(page, 'Language', 'Español');
  await expect(heading(page, 'Ajustes')).toBeVisible();
  const step = await page.evaluate(() => window.understory!.store.getState().open!.run.step);
  expect(step).toBe('running');
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: photos, done: photos, failed: 0 });
});

test('no screen in Spanish breaks a rule of accessibility, in either theme, on a laptop and on a phone', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const { page } = await open();
  const found: string[] = [];
  await page.evaluate(() => window.understory!.actions.changePreferences({ language: 'es' }));
  await expect(page.getByText('Aún no hay muestreos')).toBeVisible();
  await look(page, 'inicio', found);
  await page.getByRole('button', { name: /probar la demostración/i }).click();
  await waitForRun(page, 'finished');
  const id = await page.evaluate(() => window.understory!.store.getState().open!.survey.id);
  for (const screen of ['run', 'setup', 'review', 'refine', 'export'] as const) {
    await page.evaluate((address) => (location.hash = address), `/survey/${id}/${screen}`);
    await expect(page.getByRole(screen === 'export' ? 'dialog' : 'main')).toBeVisible();
    await look(page, screen, found);
  }
  await page.evaluate(() => (location.hash = '/settings'));
  await expect(heading(page, 'Ajustes')).toBeVisible();
  await look(page, 'ajustes', found);
  expect(found).toEqual([]);
});
