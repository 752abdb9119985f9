import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { SceneTools } from './first-visit-scenes';
import { writePhotos } from './photo-folders';
import { goTo, openFolder, openId } from './steps';

const KENYA = { country: 'KEN', admin1Region: null };
const NOWHERE = { country: null, admin1Region: null };

/** The demonstration beside an earlier result of itself, and merged from two computers into a third survey. */
export async function takeOtherResults({ page, album, photos }: SceneTools): Promise<void> {
  const id = await openId(page);
  await goTo(page, `/survey/${id}/refine/compare`);
  await album.take('compare-empty');
  const [result, survey] = [
    await exportText(page, 'speciesnet', join(photos, 'result.json')),
    await exportText(page, 'survey-file', join(photos, 'survey.ndjson')),
  ];
  await page.evaluate((place) => window.understory!.actions.changeSurveySettings({ place }), KENYA);
  await giveFile(page, 'compareWithFile', 'North Fork, laptop.json', elsewhere(result));
  await album.take('compare', { isMain: true });
  await album.takeLower('compare-lower');
  await page.getByRole('button', { name: 'Show in gallery: Another label' }).click();
  await album.take('compare-gallery');
  await page.getByRole('gridcell').nth(2).click();
  await page.getByRole('heading', { name: 'Compared' }).waitFor();
  await album.take('compare-image', { isMain: true });
  await page.evaluate(async (place) => {
    const { actions } = window.understory!;
    await actions.removeComparison();
    actions.dismissToast();
    await actions.changeSurveySettings({ place });
  }, NOWHERE);
  await takeMerge({ page, album, photos }, survey);
}

async function takeMerge({ page, album, photos }: SceneTools, text: string): Promise<void> {
  await openFolder(page, writePhotos(join(photos, 'North Fork, both cards')));
  await goTo(page, `/survey/${await openId(page)}/refine/merge`);
  await album.take('merge-empty');
  await giveFile(page, 'mergeFile', 'field station.understory.ndjson', partOf(text, 'North Ridge'));
  await page.evaluate(() => window.understory!.actions.applyMerge());
  await page.evaluate(() => window.understory!.actions.dismissToast());
  await giveFile(page, 'mergeFile', 'laptop.understory.ndjson', otherPhotos(text));
  await page.getByText('Another photo under the same path').first().waitFor();
  await album.take('merge', { isMain: true });
  await page.evaluate(() => window.understory!.actions.applyMerge());
  await page.evaluate(() => window.understory!.actions.dismissToast());
  await album.take('merge-done');
}

async function exportText(page: Page, formatId: string, path: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.evaluate((format) => window.understory!.actions.saveExport(format), formatId);
  await (await download).saveAs(path);
  await page.evaluate(() => window.understory!.actions.dismissToast());
  return readFileSync(path, 'utf8');
}

async function giveFile(page: Page, deed: 'compareWithFile' | 'mergeFile', name: string, text: string): Promise<void> {
  await page.evaluate(
    ([action, fileName, content]) => window.understory!.actions[action](new File([content], fileName)),
    [deed, name, text] as const,
  );
}

/** As another computer might have it: other paths, a score moved a little, a box less, a failure, a photo more. */
function elsewhere(text: string): string {
  const { predictions } = JSON.parse(text) as { predictions: Record<string, unknown>[] };
  const changed = predictions.map((record, index) => ({
    ...record,
    filepath: `D:\\North Fork\\${String(record['filepath']).replaceAll('/', '\\')}`,
    ...(index % 3 === 1 && { prediction_score: Number(record['prediction_score']) - 0.04 }),
    ...(index === 6 && { detections: [] }),
  }));
  const [first] = changed;
  const failed = { filepath: changed[9]!.filepath, failures: ['CLASSIFIER', 'DETECTOR'] };
  const list = [...changed.slice(0, 9), failed, ...changed.slice(10)];
  return JSON.stringify({ predictions: [...list, { ...first, filepath: 'D:\\North Fork\\Bridge\\IMG_0001.JPG' }] });
}

const linesOf = (text: string) => text.trimEnd().split('\n');

/** The survey file of one of its folders. */
function partOf(text: string, folder: string): string {
  const [header, ...lines] = linesOf(text);
  const images = lines.slice(0, -1).filter((line) => line.includes(`"filepath":"${folder}/`));
  return [header, ...images, lastLine(images.length)].join('\n');
}

/** The survey file of a computer on which two photos are others, and one is of another folder. */
function otherPhotos(text: string): string {
  const [header, ...lines] = linesOf(text);
  const images = lines.slice(0, -1).map((line, index) => {
    if (index === 1 || index === 4) return line.replaceAll(/"sha256":"[0-9a-f]{64}"/g, `"sha256":"${'0'.repeat(64)}"`);
    return index === 11
      ? line.replaceAll('Waterhole/', 'Bridge/').replaceAll(/"sha256":"[0-9a-f]/g, '"sha256":"0')
      : line;
  });
  return [header, ...images, lastLine(images.length)].join('\n');
}

const lastLine = (images: number) => JSON.stringify({ format: 'understory-survey', images });
