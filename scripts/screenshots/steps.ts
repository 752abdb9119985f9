import type { Page } from 'playwright';
import type { AppState, RunView, SurveyImage } from '../../src/app/state/app-state';
import { dropPaths } from '../drop-paths';

/** Goes to an address inside the app (src/app/state/routes.ts). */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, address);
  // The gallery writes behind "?" what it shows.
  await page.waitForFunction((wanted) => location.hash.split('?')[0] === `#${wanted}`, address);
}

export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
}

/** Drops a folder of photos and waits until all of it is listed. */
export async function openFolder(page: Page, path: string): Promise<void> {
  await goTo(page, '/');
  await dropPaths(page, [path]);
  await page.waitForFunction(
    (name) => {
      const { open } = window.understory!.store.getState();
      return open?.survey.name === name && open.listing.step === 'listed';
    },
    path.slice(path.lastIndexOf('/') + 1),
  );
}

/** Chooses the demonstration's networks and starts. */
export async function runWithDemoPackage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const app = window.understory!;
    await app.actions.changeSurveySettings({ packageId: await app.installDemoPackage() });
    void app.actions.startRun();
  });
  await goTo(page, `/survey/${await openId(page)}/run`);
}

export async function waitForRun(page: Page, step: RunView['step'], leastDone = 0): Promise<void> {
  await page.waitForFunction(
    ([wanted, least]) => {
      const run = window.understory!.store.getState().open?.run;
      return run !== undefined && run.step !== 'idle' && run.step === wanted && run.progress.done >= least;
    },
    [step, leastDone] as const,
    { timeout: 180_000 },
  );
}

export const openId = (page: Page): Promise<string> =>
  page.evaluate(() => window.understory!.store.getState().open!.survey.id);

/** Opens a stored survey and waits until all of it is read. */
export async function openStored(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => window.understory!.actions.openSurvey(wanted), id);
  await goTo(page, `/survey/${id}/gallery`);
  await page.waitForFunction((wanted) => {
    const { open } = window.understory!.store.getState();
    return open?.survey.id === wanted && open.loading === null;
  }, id);
}

type ImageFact = Pick<SurveyImage, 'filepath' | 'inference' | 'prediction' | 'animals'>;

/** Opens the image view of the first image that fits. */
export async function goToImage(page: Page, fits: (image: ImageFact) => boolean, what: string): Promise<void> {
  const open = await page.evaluate(() => {
    const { images, survey } = window.understory!.store.getState().open!;
    // Rows answer their inference when they are asked: that does not leave the page by itself.
    const facts = images.map(({ filepath, inference, prediction, animals }) => {
      return { filepath, inference, prediction, animals };
    });
    return { id: survey.id, images: facts };
  });
  const image = open.images.find(fits);
  if (image === undefined) throw new Error(`No image of the demonstration is ${what}.`);
  await goTo(page, `/survey/${open.id}/image/${encodeURIComponent(image.filepath)}`);
}

/** Puts a moment on the screens that passes too fast to be photographed; the next change of the app ends it. */
export async function stage(page: Page, state: Partial<Omit<AppState, 'open'>>): Promise<void> {
  await page.evaluate((part) => window.understory!.store.setState(part), state);
}

export async function stageOpen(page: Page, part: Partial<NonNullable<AppState['open']>>): Promise<void> {
  await page.evaluate((change) => {
    const { store } = window.understory!;
    store.setState({ open: { ...store.getState().open!, ...change } });
  }, part);
}

/** The moment in which the facts of a large survey are read: the first are here. */
export async function stageLoading(page: Page, fraction: number): Promise<void> {
  await page.evaluate((loading) => {
    const { store } = window.understory!;
    const open = store.getState().open!;
    const images = open.images.map((image, n) =>
      n < open.images.length * loading ? image : { ...image, fact: null, inference: null, prediction: null },
    );
    store.setState({ open: { ...open, loading, images } });
  }, fraction);
}
