import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { createServer } from 'vite';
import { sharedViteOptions } from '../../../vite.shared';
import { findBrowser } from '../../find-browser';
import { CHECKPOINTS_FOLDER } from '../checkpoints-folder';

const root = resolve(import.meta.dirname, '../../..');

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Address of fullsize/pattern.mjs, for the page. */
  readonly program: string;
  close(): Promise<void>;
}

/** Serves the importer's page and opens it in a browser of its own, so that its memory can be told apart. */
export async function openImportPage(): Promise<OpenedPage> {
  const shared = sharedViteOptions();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'warn',
    ...shared,
    server: { ...shared.server, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [root, CHECKPOINTS_FOLDER] } },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}scripts/weights/full-size/page.html`);
    await page.waitForFunction(() => 'fullSize' in window);
    return { page, context, program: `/@fs${join(CHECKPOINTS_FOLDER, 'fullsize/pattern.mjs')}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
