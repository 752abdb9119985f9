import { join } from 'node:path';
import type { SceneTools } from './first-visit-scenes';
import { writeManyPhotos, writePhotosWithFailures } from './photo-folders';
import { goTo, goToImage, openFolder, openId, runWithDemoPackage, waitForRun, waitUntilReady } from './steps';

const COPIES = 60;

/** Folders of a person's own: set up, running, paused, with failures, cut off. */
export async function takeRuns({ page, album, photos }: SceneTools): Promise<void> {
  await openFolder(page, writePhotosWithFailures(join(photos, 'Waterhole, May')));
  await album.take('setup', { isMain: true });
  await runWithDemoPackage(page);
  await waitForRun(page, 'finished');
  await album.take('run-failures');
  await goTo(page, `/survey/${await openId(page)}/gallery`);
  await album.take('gallery-failures');
  await goToImage(page, ({ inference }) => (inference?.failures.length ?? 0) > 0, 'a failure');
  await album.take('image-failure');

  await openFolder(page, writeManyPhotos(join(photos, 'North Ridge, autumn'), COPIES));
  await runWithDemoPackage(page);
  await waitForRun(page, 'running', 30);
  await album.take('run', { isMain: true });
  await page.evaluate(() => window.understory!.actions.pauseRun());
  await waitForRun(page, 'paused');
  await album.take('run-paused');
  await page.evaluate(() => window.understory!.actions.resumeRun());
  await waitForRun(page, 'running');
  const id = await openId(page);
  await page.reload();
  await waitUntilReady(page);
  await goTo(page, `/survey/${id}/run`);
  await album.take('run-cut-off');
}
