import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface FoundBrowser {
  readonly path: string;
  readonly foundBy: 'environment' | 'installed' | 'playwright' | 'debian';
}

/** The variable that names a browser, before anything is searched. */
export const BROWSER_VARIABLE = 'UNDERSTORY_BROWSER';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

function wellKnownPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return apps.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => join(root, program))));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Finds a Chromium: an environment variable, then an installed Chrome, Chromium or Edge, then Playwright's own
 * download, then Debian's package when this process may install it.
 * @throws Error with one clear line when there is none.
 */
export function findBrowser(): FoundBrowser {
  const named = process.env[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${BROWSER_VARIABLE} names ${named}, and there is no such file.`);
    return { path: named, foundBy: 'environment' };
  }
  const installed = wellKnownPlaces().find((place) => existsSync(place));
  if (installed !== undefined) return { path: installed, foundBy: 'installed' };
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return { path: downloaded, foundBy: 'playwright' };
  if (tryPlaywrightDownload() && existsSync(downloaded)) return { path: downloaded, foundBy: 'playwright' };
  if (tryDebianPackage()) return { path: '/usr/bin/chromium', foundBy: 'debian' };
  throw new Error(
    `No browser found. Install Chrome, Chromium or Edge, or run "npx playwright install chromium", or set ${BROWSER_VARIABLE} to the program's path.`,
  );
}

function tryPlaywrightDownload(): boolean {
  console.error("No browser is installed: fetching Playwright's Chromium once.");
  try {
    execFileSync(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    return true;
  } catch {
    return false; // no network, or a system Playwright has no build for: the next way is tried
  }
}

function tryDebianPackage(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error("Playwright's download is out of reach: installing Debian's chromium package.");
  try {
    const quiet = { stdio: ['ignore', 'ignore', 'ignore'] as ['ignore', 'ignore', 'ignore'] };
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  } catch {
    return false; // not reachable either: the caller says what to install
  }
  return existsSync('/usr/bin/chromium');
}
