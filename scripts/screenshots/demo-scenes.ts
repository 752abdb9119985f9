import type { SceneTools } from './first-visit-scenes';
import { writeWebPage } from './photo-folders';
import { goTo, goToImage, openId, waitForRun } from './steps';
import { dropPaths } from '../drop-paths';

/** The demonstration after its run: gallery, image view, export, models, settings. */
export async function takeDemo({ page, album, photos }: SceneTools): Promise<void> {
  await goTo(page, '/');
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  await album.take('run-finished');
  const id = await openId(page);

  await goTo(page, `/survey/${id}/gallery`);
  await page.evaluate(() => window.understory!.actions.changePreferences({ thumbnailSize: 264 }));
  await album.take('gallery', { isMain: true });
  await page.evaluate(() => window.understory!.actions.changePreferences({ thumbnailSize: 176 }));
  await page.getByRole('searchbox').first().fill('walrus');
  await album.take('gallery-no-match');
  await page
    .getByRole('button', { name: /clear all/i })
    .first()
    .click();

  await goToImage(page, ({ prediction }) => prediction?.source === 'classifier', 'named by the classifier');
  await album.take('image', { isMain: true });
  await goToImage(page, ({ prediction }) => prediction?.source.includes('+rollup') === true, 'rolled up');
  await album.take('image-rolled-up');

  await page.evaluate(() =>
    window.understory!.actions.changeSurveySettings({ place: { country: 'KEN', admin1Region: null } }),
  );
  await goToImage(page, ({ prediction }) => prediction?.source.includes('geofence') === true, 'held back in Kenya');
  await album.take('image-geofence');
  await goTo(page, `/survey/${id}/setup`);
  await album.take('setup-done');
  await page.evaluate(() =>
    window.understory!.actions.changeSurveySettings({ place: { country: null, admin1Region: null } }),
  );

  await goTo(page, `/survey/${id}/export`);
  await album.take('export', { isMain: true });
  await goTo(page, '/settings');
  await album.take('settings');
  await album.takeLower('settings-lower');
  await goTo(page, '/models');
  await album.take('models');
  await dropPaths(page, [writeWebPage(photos)]);
  await page.getByRole('alert').waitFor();
  await album.take('models-refused');
  await page.getByRole('button', { name: 'Dismiss' }).click();
}
