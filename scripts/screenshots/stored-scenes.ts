import { copySurvey } from './copy-survey';
import type { SceneTools } from './first-visit-scenes';
import { goTo, openStored, stageLoading } from './steps';

const LARGE = { id: 'large', name: 'Transect 4, wet season', photos: 5000 };
const EMPTY = { id: 'empty', name: 'Empty card', photos: 0 };

/** Two more surveys from the demonstration's results; listed when the app starts anew. */
export async function copyDemo({ page }: SceneTools): Promise<void> {
  await copySurvey(page, LARGE);
  await copySurvey(page, EMPTY);
}

/** Surveys of earlier days: a large one whose drive is not connected, an empty one, and the list of them all. */
export async function takeStoredSurveys({ page, album }: SceneTools): Promise<void> {
  await openStored(page, EMPTY.id);
  await album.take('gallery-empty');
  await page.evaluate((id) => window.understory!.actions.deleteSurvey(id), EMPTY.id);
  await page.evaluate(() => window.understory!.actions.dismissToast());

  await openStored(page, LARGE.id);
  await album.take('gallery-5000');
  const images = await page.evaluate(() => window.understory!.store.getState().open!.images.length);
  if (images !== LARGE.photos) throw new Error(`${images} photos instead of ${LARGE.photos}`);
  await page.locator('[role=gridcell]').first().dblclick();
  await album.take('image-disconnected');
  await goTo(page, `/survey/${LARGE.id}/gallery`);
  await stageLoading(page, 0.0012); // six photos are read, the others wait
  await album.take('gallery-loading');

  await goTo(page, '/');
  await album.take('home', { isMain: true });
}
