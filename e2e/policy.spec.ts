import { mkdirSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from './app-test';
import { chooseFile, exportAs, openRefine, tryDemo } from './compare-steps';
import { DEMO, goHome, waitUntilReady } from './journey-steps';

/** What the page's policy stopped so far, its workers' too. */
declare const violations: readonly string[];

/** In the page, before its own scripts: listens for all that a policy stops. Workers tell theirs on a channel. */
function watchViolations(): void {
  const seen: string[] = [];
  Reflect.set(globalThis, 'violations', seen);
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    seen.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
  new BroadcastChannel('understory-blocked-requests').onmessage = ({ data }) => seen.push(`worker: ${String(data)}`);
}

async function watch(page: Page): Promise<void> {
  await page.addInitScript(watchViolations);
  await page.reload();
  await waitUntilReady(page);
}

const readViolations = (page: Page) => page.evaluate(() => [...violations]);

const directivesOf = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

test('page, workers and service worker come with a policy without inline code, foreign addresses or untrusted scripts', async ({
  open,
}) => {
  const { page, url } = await open();
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'running');
  const scripts = [...page.workers().map((worker) => worker.url()), url];
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  for (const address of [...scripts, new URL('service-worker.js', url).href]) {
    const { 'content-security-policy': policy = '' } = (await page.request.get(address)).headers();
    const directives = directivesOf(policy);
    expect(directives.get('default-src'), address).toEqual(["'none'"]);
    expect(directives.get('script-src'), address).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(directives.get('style-src'), address).toEqual(["'self'"]);
    expect(directives.get('require-trusted-types-for'), address).toEqual(["'script'"]);
    expect(directives.get('trusted-types'), address).toEqual(['default']);
    expect(policy, address).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*\.|data:/);
    // The service worker alone may fetch what a person agreed to.
    if (!address.endsWith('/service-worker.js')) expect(policy, address).not.toMatch(/https?:/);
  }
  const html = await (await page.request.get(url)).text();
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy"[^>]*require-trusted-types-for &#39;script&#39;/);
  expect(html.replaceAll(/<script[^>]+src=[^>]*><\/script>/g, '')).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
});

test('the main journey meets no policy that stops it', async ({ open, folder }) => {
  const { page, foreignRequests } = await open({ from: 'nothing' });
  await watch(page);
  await tryDemo(page);
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await page.getByRole('gridcell').first().click();
  await expect(page.getByText('Why this label')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('2 of 12', { exact: true }).first()).toBeVisible();
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Review' }).click();
  const result = await exportAs(page, folder, /SpeciesNet/, 'result.json');
  await openRefine(page, /compare/i);
  await chooseFile(page, result);
  await goHome(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
  expect(await readViolations(page)).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

test('neither texts nor other addresses become markup or scripts', async ({ open }) => {
  const { page } = await open();
  await watch(page);
  const refused = await page.evaluate(() => {
    const tries: Record<string, () => void> = {
      markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      document: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      script: () => (document.createElement('script').text = 'alert(1)'),
      address: () => (document.createElement('script').src = 'https://example.org/x.js'),
      blob: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
      data: () => new Worker('data:text/javascript,postMessage(1)'),
    };
    return Object.entries(tries).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch (error) {
        return error instanceof TypeError ? [name] : [];
      }
    });
  });
  expect(refused).toEqual(['markup', 'document', 'script', 'address', 'blob', 'data']);
  // The listener of the journey above hears them; the host's policy and the service worker's tell each of them.
  expect(new Set(await readViolations(page)).size).toBe(6);
});

test('names of files, folders and labels are shown as they are and never become markup', async ({ open, folder }) => {
  const MARK = '<img src=x onerror=document.title=1>';
  const photos = join(folder, `${MARK} Ridge`);
  mkdirSync(photos);
  const photo = `${MARK}.JPG`;
  cpSync(join(DEMO, 'photos', 'North Ridge', 'IMG_0001.JPG'), join(photos, photo));
  const { page } = await open({ from: 'package' });
  // Chromium's handles leave out names that Windows could not have; the browser's own field, as other browsers have it, does not.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await watch(page);
  await goHome(page);
  await chooseFile(page, photos, /^Open folder/);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await page.getByRole('gridcell').first().click();
  await expect(page.getByText('Why this label')).toBeVisible();
  await expect(page.getByText(`${MARK}.JPG`).first()).toBeVisible();
  const result = join(folder, `${MARK}.json`);
  const label = `x;mammalia;carnivora;canidae;vulpes;vulpes;${MARK}`;
  const prediction = { filepath: photo, prediction: label, prediction_score: 0.9, prediction_source: 'classifier' };
  writeFileSync(result, JSON.stringify({ predictions: [{ ...prediction, detections: [] }] }));
  await openRefine(page, /compare/i);
  await chooseFile(page, result);
  await expect(page.getByRole('main')).toContainText(MARK);
  await goHome(page);
  await expect(page.getByRole('article', { name: `${MARK} Ridge` })).toBeVisible();
  expect(await page.locator('img[src=x], [onerror]').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  expect(await readViolations(page)).toEqual([]);
});
