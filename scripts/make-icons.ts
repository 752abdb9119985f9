/**
 * Draws the PNG icons in public/icons from favicon.svg: two eyes under a canopy. Run it after changing the mark:
 * `npx tsx scripts/make-icons.ts`. A browser draws them, the one that the tests use.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findBrowser } from './find-browser';

interface IconPlan {
  readonly file: string;
  readonly side: number;
  /** Share of the side that the mark takes. Maskable icons may lose everything outside the middle 80 %. */
  readonly markShare: number;
  /** Colour to the edge; null = transparent outside the mark. */
  readonly ground: string | null;
}

const GROUND = '#0e1a16';
const FOLDER = 'public/icons';
const plans: readonly IconPlan[] = [
  { file: 'icon-192.png', side: 192, markShare: 1, ground: null },
  { file: 'icon-512.png', side: 512, markShare: 1, ground: null },
  { file: 'icon-maskable-512.png', side: 512, markShare: 0.72, ground: GROUND },
  { file: 'apple-touch-icon.png', side: 180, markShare: 1, ground: GROUND },
];

const svg = await readFile(`${FOLDER}/favicon.svg`, 'utf8');
const browser = await chromium.launch({ executablePath: findBrowser().path });
try {
  const page = await browser.newPage();
  for (const { file, side, markShare, ground } of plans) {
    await page.setViewportSize({ width: side, height: side });
    const inset = (side * (1 - markShare)) / 2;
    await page.setContent(
      `<style>body{margin:0;background:${ground ?? 'transparent'}}svg{position:absolute;inset:${inset}px;width:${side * markShare}px}</style>${svg}`,
    );
    await writeFile(`${FOLDER}/${file}`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
