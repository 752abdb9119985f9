import type { SceneTools } from './first-visit-scenes';
import { goTo, openId } from './steps';

const LAST_OF_THREE = 'North Ridge/IMG_0003.JPG';

/** The demonstration, which must be open: a photo of an event looked at closely, and what changed since the one before. */
export async function takeImageView({ page, album }: SceneTools): Promise<void> {
  const id = await openId(page);
  const setGap = (gapSeconds: number) =>
    page.evaluate(
      (gap) =>
        window.understory!.actions.changeSurveySettings({ events: { gapSeconds: gap, camera: 'camera-folder' } }),
      gapSeconds,
    );
  await setGap(3600);
  await goTo(page, `/survey/${id}/image/${encodeURIComponent(LAST_OF_THREE)}`);
  await page.getByRole('button', { name: /^Photo 3 of 3/ }).waitFor();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('j', 't', 't', 't');
  await album.take('image-view', { isMain: true });
  await press('j', 'x', 'd');
  await album.take('image-difference');
  await press('d');
  await setGap(60);
}
