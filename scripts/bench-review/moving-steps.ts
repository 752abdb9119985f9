import type { Page } from 'playwright';
import { goTo } from '../screenshots/steps';
import { visit, type Bench } from './measure-step';

/** One way to move through the images, and what is done before it is measured. */
export interface MovingStep {
  readonly name: string;
  readonly prepare: (bench: Bench, secondImage: string) => Promise<void>;
  readonly move: (page: Page) => Promise<void>;
}

const SECONDS = 6;
/** A key that is held down comes again about so often. */
const REPEAT_MS = 33;
const WHEEL_PX = 120;

export const MOVING_STEPS: readonly MovingStep[] = [
  { name: 'wheel', prepare: toGrid, move: (page) => turnWheel(page, WHEEL_PX) },
  { name: 'wheel, turned fast', prepare: toGrid, move: (page) => turnWheel(page, 8 * WHEEL_PX) },
  { name: 'scroll bar, dragged over a tenth', prepare: toGrid, move: (page) => dragScrollBar(page, 0.1) },
  { name: 'arrow down held in the grid', prepare: toGrid, move: (page) => holdKey(page, 'ArrowDown') },
  { name: 'arrow right held in the grid', prepare: toGrid, move: (page) => holdKey(page, 'ArrowRight') },
  { name: 'arrow right held in the image view', prepare: toImage, move: (page) => holdKey(page, 'ArrowRight') },
];

/** The gallery at its beginning, the keyboard on its first tile. */
async function toGrid({ page, surveyId }: Bench): Promise<void> {
  await goTo(page, `/survey/${surveyId}/gallery`);
  await visit(page, `/survey/${surveyId}/gallery?sort=oldest`);
  await page.waitForTimeout(1500);
  await visit(page, `/survey/${surveyId}/gallery?sort=name&tiles=images`);
  await page.waitForTimeout(1500);
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0));
  await page.waitForTimeout(500);
  await page.locator('[data-stop="t0"]').focus();
  await page.waitForTimeout(1500);
}

async function toImage({ page, surveyId }: Bench, image: string): Promise<void> {
  await goTo(page, `/survey/${surveyId}/image/${encodeURIComponent(image)}`);
  await page.waitForTimeout(2000);
}

async function turnWheel(page: Page, pixels: number): Promise<void> {
  const { x, y, width, height } = await gridBox(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    await page.mouse.wheel(0, pixels);
    await page.waitForTimeout(REPEAT_MS);
  }
}

/** With the mouse on the bar itself, down and up again. */
async function dragScrollBar(page: Page, share: number): Promise<void> {
  const { x, y, width, height } = await gridBox(page);
  const [bar, top] = [x + width - 4, y + 8];
  await page.mouse.move(bar, top);
  await page.mouse.down();
  const steps = Math.round((SECONDS * 1000) / REPEAT_MS);
  for (let step = 0; step <= steps; step++) {
    const part = 1 - Math.abs(1 - (2 * step) / steps);
    await page.mouse.move(bar, top + part * share * height);
    await page.waitForTimeout(REPEAT_MS);
  }
  await page.mouse.up();
}

async function holdKey(page: Page, key: string): Promise<void> {
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    await page.keyboard.down(key);
    await page.waitForTimeout(REPEAT_MS);
  }
  await page.keyboard.up(key);
}

async function gridBox(page: Page) {
  const box = await page.getByRole('grid').boundingBox();
  if (box === null) throw new Error('There is no grid on the screen.');
  return box;
}
