import { waitUntilReady } from '../screenshots/steps';
import { installPageMeter } from './frame-meter';
import { measureStep, visit, type Bench, type Measured } from './measure-step';

export interface Opening {
  /** Until the first tile with a label, and until the gallery shows all images, in milliseconds. */
  readonly firstTilesMs: number;
  readonly allShownMs: number;
  readonly whole: Measured;
}

/** Opens the survey's gallery in a page that has nothing of it in its memory. */
export async function openGallery(bench: Bench, name: string, images: number): Promise<Opening> {
  const { page, surveyId } = bench;
  await visit(page, '/');
  await page.reload();
  await waitUntilReady(page);
  await installPageMeter(page);
  await page.waitForTimeout(1500);
  let moments = { firstTilesMs: NaN, allShownMs: NaN };
  const whole = await measureStep(bench, name, async () => {
    moments = await page.evaluate(
      async ({ address, count }) => {
        const begunMs = performance.now();
        const { store } = window.understory!;
        location.hash = address;
        let firstTilesMs = NaN;
        const total = count.toLocaleString('en');
        const wanted = `${total} of ${total} images`;
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          const nowMs = performance.now() - begunMs;
          if (Number.isNaN(firstTilesMs) && document.querySelector('[role=gridcell][aria-label]') !== null)
            firstTilesMs = nowMs;
          const { open } = store.getState();
          const shown = [...document.querySelectorAll('p[role=status]')].map(({ textContent }) => textContent);
          if (open?.loading === null && shown.some((text) => text.includes(wanted)))
            return { firstTilesMs, allShownMs: nowMs };
        }
      },
      { address: `/survey/${surveyId}/gallery`, count: images },
    );
  });
  return { ...moments, whole };
}
