import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Takes one state of the page in every size and both themes. */
export interface Album {
  /** @param name beginning of the file names, e.g. `gallery-5000` for `gallery-5000-1366-dark.jpg` */
  take(name: string, options?: TakeOptions): Promise<void>;
  /** The same with everything scrolled to its end. */
  takeLower(name: string): Promise<void>;
  /** The size in which the script clicks. */
  rest(): Promise<void>;
  readonly written: () => number;
}

interface TakeOptions {
  /** A screen that people stay on: also in the size of a larger notebook. */
  readonly isMain?: boolean;
}

const DESKTOP = { width: 1366, height: 768 };
const SIZES = [DESKTOP, { width: 390, height: 844 }];
const MAIN_SIZES = [...SIZES, { width: 1440, height: 900 }];
const THEMES = ['light', 'dark'] as const;
/** Small enough for a repository, good enough to judge text and lines. */
const QUALITY = 75;
/** The one that the README shows. */
const LOSSLESS = 'gallery-1440-light';
/** Longer than the longest movement and than one throttled update of the state. */
const SETTLE_MS = 450;

export function openAlbum(page: Page, folder: string): Album {
  mkdirSync(folder, { recursive: true });
  let written = 0;

  async function shoot(name: string): Promise<void> {
    await settle(page);
    const options = { animations: 'disabled', caret: 'hide' } as const;
    const picture =
      name === LOSSLESS
        ? await page.screenshot({ ...options, type: 'png' })
        : await page.screenshot({ ...options, type: 'jpeg', quality: QUALITY });
    writeFileSync(join(folder, `${name}.${name === LOSSLESS ? 'png' : 'jpg'}`), picture);
    written += 1;
  }

  async function rest(): Promise<void> {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }

  async function take(name: string, sizes: typeof SIZES, isLower: boolean): Promise<void> {
    for (const size of sizes) {
      await page.setViewportSize(size);
      if (isLower) await scrollToEnd(page);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await shoot(`${name}-${size.width}-${colorScheme}`);
      }
    }
    await rest();
  }

  return {
    rest,
    written: () => written,
    take: (name, { isMain = false } = {}) => take(name, isMain ? MAIN_SIZES : SIZES, false),
    takeLower: (name) => take(name, SIZES, true),
  };
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      if (element.scrollHeight > element.clientHeight) element.scrollTop = element.scrollHeight;
    }
  });
}

/** Fonts, pictures and the state's throttled updates are on the screen. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLE_MS);
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && [...document.images].every(({ complete }) => complete),
  );
}
