import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropPaths } from '../drop-paths';
import type { SceneTools } from './first-visit-scenes';
import { writePhotos, writeWebPage } from './photo-folders';
import { goTo, goToImage, openFolder, openId, waitForRun } from './steps';

const RIDGE = { folder: 'North Ridge', place: { country: 'USA', admin1Region: 'MT' } } as const;
const WATERHOLE = { folder: 'Waterhole', place: { country: 'KEN', admin1Region: null } } as const;

/** Other ways to run, files that are added to a survey, and places of single folders. */
export async function takeImports({ page, album, photos }: SceneTools): Promise<void> {
  await openFolder(page, writePhotos(join(photos, 'Two countries, 2026')));
  await page.evaluate(async () => {
    const app = window.understory!;
    await app.actions.changeSurveySettings({ packageId: await app.installDemoPackage() });
  });
  await page.getByRole('radio', { name: /^Combine two files/ }).click();
  await page.getByText('What to run').scrollIntoViewIfNeeded();
  await album.take('setup-combine', { isMain: true });

  await dropPaths(page, [writeMegadetectorFile(photos)]);
  await page.getByRole('dialog', { name: 'Use this file' }).waitFor();
  await album.take('import-offer', { isMain: true });
  await page.getByRole('button', { name: 'Use the file' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => window.understory!.actions.dismissToast());
  await page.getByRole('radio', { name: /^Boxes of a file/ }).click();
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await page.evaluate(
    (folderPlaces) => window.understory!.actions.changeSurveySettings({ folderPlaces }),
    [RIDGE, WATERHOLE],
  );
  await album.take('setup-places', { isMain: true });
  await page.getByText('Species for').scrollIntoViewIfNeeded();
  await album.take('setup-species-for', { isMain: true });

  await dropPaths(page, [writeWebPage(photos, 'predictions.json')]);
  await page.getByRole('dialog', { name: 'This file can’t be used here' }).waitFor();
  await album.take('import-refused');
  await page.keyboard.press('Escape');

  await page.evaluate(() => void window.understory!.actions.startRun());
  await goTo(page, `/survey/${await openId(page)}/run`);
  await waitForRun(page, 'finished');
  await album.take('run-boxes-of-a-file');
  await goToImage(
    page,
    ({ animals }) => animals.filter((animal) => animal !== null).length > 1,
    'of two named animals',
  );
  await page.getByRole('complementary').evaluate((side) => side.scrollTo(0, side.scrollHeight));
  await album.take('image-every-animal', { isMain: true });
}

/** Boxes as MegaDetector would have found them in the demonstration's photos, some of another folder. */
function writeMegadetectorFile(folder: string): string {
  const box = (conf: number, bbox: readonly number[]) => ({ category: '1', conf, bbox });
  const images = [
    { file: 'North Ridge/IMG_0001.JPG', detections: [box(0.94, [0.2, 0.55, 0.42, 0.4])] },
    { file: 'North Ridge/IMG_0002.JPG', detections: [box(0.95, [0.26, 0.46, 0.43, 0.32])] },
    {
      file: 'North Ridge/IMG_0003.JPG',
      detections: [box(0.96, [0.11, 0.15, 0.45, 0.66]), box(0.88, [0.64, 0.49, 0.28, 0.22])],
    },
    { file: 'North Ridge/IMG_0004.JPG', detections: [box(0.97, [0.26, 0.32, 0.52, 0.46])] },
    { file: 'South Ridge/IMG_0001.JPG', detections: [] },
  ];
  const path = join(folder, 'trip_megadetector.json');
  writeFileSync(
    path,
    JSON.stringify({
      images,
      detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle' },
      info: { detector: 'md_v1000.0.0-redwood.pt', format_version: '1.4' },
    }),
  );
  return path;
}
