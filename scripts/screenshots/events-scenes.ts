import type { SceneTools } from './first-visit-scenes';
import { goTo, openId } from './steps';

/** The demonstration, which must be open: its events, what smoothing changes, and one event in the image view. */
export async function takeEvents({ page, album }: SceneTools): Promise<void> {
  const id = await openId(page);
  await goTo(page, `/survey/${id}/refine`);
  await album.take('refine');
  await page.evaluate(() =>
    window.understory!.actions.changeSurveySettings({ events: { gapSeconds: 3600, camera: 'camera-folder' } }),
  );
  await goTo(page, `/survey/${id}/refine/events`);
  await album.take('events', { isMain: true });
  await page.evaluate(() => window.understory!.actions.changeSurveySettings({ smoothing: 'events' }));
  await page.waitForFunction(() => window.understory!.store.getState().open!.smoothing.outcome !== null);
  await album.take('events-smoothing', { isMain: true });
  await album.takeLower('events-smoothing-lower');
  // Found in the page: maps don't come out of it.
  const smoothed = await page.evaluate(
    () => window.understory!.store.getState().open!.images.find((image) => image.smoothed?.has(0) === true)?.filepath,
  );
  if (smoothed === undefined) throw new Error('No image of the demonstration is smoothed.');
  await goTo(page, `/survey/${id}/image/${encodeURIComponent(smoothed)}`);
  await album.take('image-smoothed');
  await page.evaluate(() =>
    window.understory!.actions.changeSurveySettings({
      smoothing: 'off',
      events: { gapSeconds: 60, camera: 'camera-folder' },
    }),
  );
}
