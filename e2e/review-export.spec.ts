import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { BLANK, HUMAN } from '../src/domain/special-labels';
import { expect, test, waitForRun } from './app-test';

interface SpeciesnetFile {
  readonly predictions: readonly {
    readonly filepath: string;
    readonly prediction: string;
    readonly prediction_score: number;
    readonly prediction_source: string;
    readonly detections: readonly { readonly conf: number }[];
    readonly classifications: unknown;
  }[];
}

interface MegadetectorFile {
  readonly classification_categories: Readonly<Record<string, string>>;
  readonly images: readonly {
    readonly file: string;
    readonly detections: readonly {
      readonly category: string;
      readonly conf: number;
      readonly classifications?: readonly (readonly [string, number])[];
    }[];
  }[];
}

/** Saves from the dialog, as a person does, and answers what was written. */
async function save(page: Page, folder: string, format: RegExp, usesReview: boolean | null): Promise<string> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format }).click();
  const names = dialog.getByRole('switch', { name: /^Names of the review/ });
  if (usesReview === null) await expect(names).toHaveCount(0);
  else {
    await expect(names).not.toBeChecked(); // off, each time
    if (usesReview) await names.click();
  }
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^save/i }).click();
  const path = join(folder, `${usesReview}-${format.source.length}.txt`);
  await (await download).saveAs(path);
  await expect(dialog).toHaveCount(0);
  return readFileSync(path, 'utf8');
}

test('what people say comes out as a table, and in result files when it is asked for', async ({ open, folder }) => {
  const { page } = await open();
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  const untouched = JSON.parse(await save(page, folder, /^SpeciesNet JSON/, false)) as SpeciesnetFile;
  const files = await page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ filepath }) => filepath),
  );
  const coyote = await page.evaluate(async (human) => {
    const { actions, store } = window.understory!;
    const { images, labels } = store.getState().open!;
    const paths = images.map(({ filepath }) => filepath);
    const [first, second, third, fourth] = paths;
    const line = labels.find((label) => label.endsWith(';coyote'))!;
    await actions.changePreferences({ reviewer: '=Ada' });
    await actions.review([first!], { kind: 'label', label: line });
    await actions.review([first!], { kind: 'details', index: 0, details: { count: 3, behavior: '-digs, "deep"' } });
    await actions.review([first!], { kind: 'add', label: human });
    await actions.review([second!], { kind: 'label', label: 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank' });
    const drawn = { bbox: [0.5, 0.5, 0.25, 0.25], category: '1', label: null, from: null } as const;
    await actions.review([third!], { kind: 'confirm' });
    await actions.review([third!], { kind: 'boxes', boxes: [drawn] });
    await actions.review([fourth!], { kind: 'flag', isOn: true });
    return line;
  }, HUMAN);

  const text = await save(page, folder, /^Review table/, null);
  const table = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(table.errors).toEqual([]);
  expect(table.data).toMatchObject([
    { filepath: files[0], observation: '1', label: 'coyote', genus: 'canis', count: '3', behavior: `'-digs, "deep"` },
    { filepath: files[0], observation: '2', label: 'human', reviewer: "'=Ada", deployment: 'North Ridge' },
    { filepath: files[1], label: 'blank', class: '', agrees: 'no' },
    { filepath: files[2], agrees: 'yes', boxes_added: '1', boxes_removed: '2' },
    { filepath: files[3], label: '', flagged: 'yes', observations: '0' },
  ]);

  // Without the wish the file is the machine's own, letter by letter.
  expect(JSON.parse(await save(page, folder, /^SpeciesNet JSON/, false))).toEqual(untouched);

  const speciesnet = JSON.parse(await save(page, folder, /^SpeciesNet JSON/, true)) as SpeciesnetFile;
  const said = { prediction_score: 1, prediction_source: 'human_review' };
  expect(speciesnet.predictions[0]).toEqual({ ...untouched.predictions[0], ...said, prediction: coyote });
  expect(speciesnet.predictions[1]).toEqual({ ...untouched.predictions[1], ...said, prediction: BLANK });
  expect(speciesnet.predictions[2]).toMatchObject({ ...said, detections: [{ conf: 1 }] });
  expect(speciesnet.predictions.slice(3)).toEqual(untouched.predictions.slice(3));

  const megadetector = JSON.parse(await save(page, folder, /^MegaDetector JSON/, true)) as MegadetectorFile;
  const imageOf = (path: string) => megadetector.images.find(({ file }) => file === path)!;
  const names = (path: string) =>
    imageOf(path).detections.flatMap(({ conf, classifications = [] }) =>
      conf < 0.2 ? [] : classifications.map(([id]) => megadetector.classification_categories[id]),
    );
  expect(new Set(names(files[0]!))).toEqual(new Set(['coyote']));
  expect(imageOf(files[1]!).detections).toEqual([]);
  expect(imageOf(files[2]!).detections).toMatchObject([{ conf: 1 }]);
});
