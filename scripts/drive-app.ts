import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { findBrowser } from './find-browser';
import { buildApp, serveApp, type Served } from './serve';

export interface DrivenApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Addresses outside the app that anything in the browser asked for. */
  readonly foreignRequests: readonly string[];
  close(): Promise<void>;
}

export interface DriveOptions {
  /** Keeps the browser profile, so that a later call goes on where this one ended; null = a fresh, temporary one. */
  readonly profile: string | null;
  /** Lets Chromium offer WebGPU also where it would not by itself, a software adapter included. */
  readonly withWebGpu: boolean;
  /** Playwright hides the scroll bars; true = they are there, as for a person. */
  readonly hasScrollBars?: boolean;
  /** An app that is served already, and stays so; else it is served for this browser alone. */
  readonly served?: Served;
}

/** Builds if needed, serves on loopback, opens the app in headless Chromium and waits until it is ready. */
export async function driveApp({
  profile,
  withWebGpu,
  hasScrollBars = false,
  served: given,
}: DriveOptions): Promise<DrivenApp> {
  if (given === undefined) await buildApp();
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'understory-'));
  mkdirSync(folder, { recursive: true });
  const closers: (() => Promise<void> | void)[] = [];
  if (profile === null) closers.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer(); // a second call finds nothing left to close
  };
  try {
    const served = given ?? (await serveApp({ port: await portOf(folder) }));
    if (given === undefined) closers.push(() => served.close());
    const context = await launch(folder, withWebGpu, hasScrollBars);
    let isGone = false; // killed, by a test for instance
    context.once('close', () => (isGone = true));
    closers.push(async () => {
      if (!isGone) await context.close();
    });
    const foreignRequests = watchRequests(context, served);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(() => {
      // Headless Chromium has no dialogs: without the pickers the app saves as a download.
      Reflect.deleteProperty(window, 'showSaveFilePicker');
    });
    await page.goto(served.url);
    await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
    return { page, context, url: served.url, foreignRequests, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function launch(folder: string, withWebGpu: boolean, hasScrollBars: boolean): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: findBrowser().path,
    viewport: { width: 1366, height: 768 },
    ...(hasScrollBars ? { ignoreDefaultArgs: ['--hide-scrollbars'] } : {}),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(withWebGpu ? ['--enable-unsafe-webgpu', '--enable-features=Vulkan'] : []),
    ],
  });
}

function watchRequests(context: BrowserContext, served: Served): readonly string[] {
  const foreign: string[] = [];
  context.on('request', (request) => {
    const address = request.url();
    if (address.startsWith('http') && !address.startsWith(served.url)) foreign.push(address);
  });
  return foreign;
}

/** What the browser stores belongs to an address with its port: a kept profile keeps its port. */
async function portOf(folder: string): Promise<number> {
  const note = join(folder, 'understory-port');
  if (existsSync(note)) return Number(readFileSync(note, 'utf8'));
  const port = await freePort();
  writeFileSync(note, String(port));
  return port;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no free port.'));
      });
    });
  });
}
