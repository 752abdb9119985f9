import type { Locator } from 'playwright';
import { giveLabel } from './give-label';
import { nameOf, seenIn, type Reviewing } from './truth';

/** The gallery in groups of one species: the odd ones are chosen and labelled, then all that is left is confirmed. */
export async function reviewInGallery(reviewing: Reviewing): Promise<void> {
  const { page, hands } = reviewing;
  await hands.click(page.getByRole('combobox', { name: 'Group' }));
  await hands.click(page.getByRole('option', { name: 'Species' }));
  await page.getByRole('rowheader').first().waitFor();
  const grid = page.getByRole('grid');
  for (;;) {
    const labelled = await labelOddOnes(reviewing);
    if (await isAtEnd(grid)) break;
    // What got another label goes to another group, and the rest moves up: less of the screen has been seen.
    await hands.scroll(grid, labelled > 0 ? 0.5 : 0.85);
  }
  await hands.press('Control+a');
  await hands.press('c');
  await page.waitForTimeout(300);
}

/** Those on the screen, what is the same together; answers how often. */
async function labelOddOnes(reviewing: Reviewing): Promise<number> {
  const { page, hands, survey } = reviewing;
  for (let labelled = 0; ; labelled++) {
    const tiles = await tilesOnScreen(page.getByRole('grid'));
    const odd = tiles.filter(({ filepath, words }) => words.split(',')[0] !== nameOf(seenIn(survey, filepath)));
    const [first] = odd;
    if (first === undefined) return labelled;
    const truth = seenIn(survey, first.filepath);
    const before = await placeOf(page.getByRole('grid'));
    const same = odd.filter(({ filepath }) => seenIn(survey, filepath) === truth);
    for (const { filepath } of same) await hands.click(tileOf(page, filepath), 'Control');
    await giveLabel(page, hands, truth);
    await page.waitForTimeout(300);
    await scrollBack(reviewing, before);
  }
}

/** Where the screen has followed the image into its new group, the person goes back to where they were. */
async function scrollBack({ page, hands }: Reviewing, before: number): Promise<void> {
  const grid = page.getByRole('grid');
  for (;;) {
    const height = await grid.evaluate((element) => element.clientHeight);
    const away = ((await placeOf(grid)) - before) / height;
    if (Math.abs(away) < 0.4) return;
    await hands.scroll(grid, -Math.max(-1, Math.min(1, away)));
  }
}

const placeOf = (grid: Locator) => grid.evaluate((element) => element.scrollTop);

const tileOf = (page: Reviewing['page'], filepath: string) => page.locator(`[role=gridcell][data-path="${filepath}"]`);

/** Of which more than the half can be seen. */
const tilesOnScreen = (grid: Locator) =>
  grid.evaluate((element) => {
    const room = element.getBoundingClientRect();
    return [...element.querySelectorAll<HTMLElement>('[role=gridcell][data-path]')].flatMap((tile) => {
      const { top, bottom } = tile.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      if (middle < room.top || middle > room.bottom) return [];
      return [{ filepath: tile.dataset['path']!, words: tile.getAttribute('aria-label') ?? '' }];
    });
  });

const isAtEnd = (grid: Locator) =>
  grid.evaluate((element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 4);
