/**
 * `npm run bench:storage`: what reading the stored facts of a large survey costs in different layouts; prints, judges nothing. The same
 * made-up facts in Chromium's IndexedDB: a record for each image, and pages of many as objects, as JSON text and in columns; and the
 * listing of the same images as objects and in columns. Each is read twice, in turns, with nothing done with what was read.
 * `-- --images 50000` makes it smaller, `--rounds 5` reads each five times, `--listing` reads the listing alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Inference } from '../src/domain/inference';
import { parseLabels } from '../src/domain/label-list';
import { listedPageOf } from '../src/domain/listed-page';
import type { ListedImage } from '../src/domain/survey';
import { LISTING_PAGE } from '../src/storage/listing-store';
import { copyIntoPages, readLayout, storeColumns, type FactForm, type Layout } from './bench-storage/layouts';
import { driveApp } from './drive-app';
import { putRecords, type StoredRecord } from './synthetic-survey/put-records';
import { syntheticFacts } from './synthetic-survey/synthetic-facts';

const FOLDERS = 500;
const AT_A_TIME = 2000;

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '2' },
    listing: { type: 'boolean', default: false },
  },
});
const imagesPerFolder = Math.round(Number(values.images) / FOLDERS);
const images = FOLDERS * imagesPerFolder;
const labelFile = join(import.meta.dirname, '..', 'public', 'demo', 'package', 'demo-labels.txt');
const labels = parseLabels(readFileSync(labelFile, 'utf8'));
const survey = { folders: FOLDERS, imagesPerFolder, boxesPerImage: 2, seed: 7, blankShare: 0.3, labels };

const SINGLES = 'trial-1';
const pages = (size: number, form: FactForm = 'objects') => ({ database: `trial-${size}-${form}`, size, form });
type NamedLayout = Layout & { readonly name: string };
const singles: NamedLayout = { name: 'a record for each image', database: SINGLES, size: 1, form: 'fact' };
/** Made of the single ones in the page. */
const copies: readonly NamedLayout[] = [
  ...[32, 125, 500, 2000].map((size) => ({ name: `pages of ${size}`, ...pages(size) })),
  { name: 'pages of 500 as JSON text', ...pages(500, 'json') },
];
/** As the app stores them. */
const columns: NamedLayout = { name: 'pages of 500 in columns', ...pages(500, 'columns') };
const listed = (form: FactForm) => ({ database: `trial-listed-${form}`, size: LISTING_PAGE, form });
const listedObjects: NamedLayout = { name: 'the listing as objects', ...listed('objects') };
const listedColumns: NamedLayout = { name: 'the listing in columns', ...listed('columns') };

const app = await driveApp({ profile: null, withWebGpu: false });
try {
  if (!values.listing) {
    await storeSingles();
    for (const layout of copies) await copyIntoPages(app.page, SINGLES, layout);
    await storePacked();
  }
  await storeListings();
  const layouts = [...(values.listing ? [] : [singles, ...copies, columns]), listedObjects, listedColumns];
  console.log(`${images.toLocaleString('en')} made-up images; milliseconds by the clock, all rounds\n`);
  const times = new Map<string, number[]>(layouts.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const layout of layouts) {
      await app.page.reload();
      const { facts, milliseconds } = await readLayout(app.page, layout);
      if (facts !== images) throw new Error(`${layout.name}: read ${facts} of ${images}`);
      times.get(layout.name)!.push(Math.round(milliseconds));
    }
  }
  for (const [name, rounds] of times) console.log(`${name.padEnd(28)} ${rounds.join(', ')}`);
} finally {
  await app.close();
}

async function storeSingles(): Promise<void> {
  let records: StoredRecord[] = [];
  let number = 0;
  for (const inference of syntheticFacts(survey)) {
    records.push([number++, { version: 1, inference }]);
    if (records.length < AT_A_TIME) continue;
    await putRecords(app.page, SINGLES, records);
    records = [];
  }
  await putRecords(app.page, SINGLES, records);
}

async function storePacked(): Promise<void> {
  let facts: Inference[] = [];
  let number = 0;
  for (const inference of syntheticFacts(survey)) {
    facts.push(inference);
    if (facts.length < columns.size) continue;
    await storeColumns(app.page, columns.database, number++, facts);
    facts = [];
  }
  if (facts.length > 0) await storeColumns(app.page, columns.database, number, facts);
}

/** The same images as the app listed them at first, and as it does now. */
async function storeListings(): Promise<void> {
  let found: ListedImage[] = [];
  let number = 0;
  const store = async () => {
    const count = found.length;
    await putRecords(app.page, listedObjects.database, [[number, { version: 1, images: found, count }]]);
    await putRecords(app.page, listedColumns.database, [[number, { version: 2, ...listedPageOf(found), count }]]);
    found = [];
    number += 1;
  };
  for (const { filepath } of syntheticFacts(survey)) {
    found.push({ filepath, size: 400_000 + found.length, lastModified: 1_700_000_000_000 + found.length });
    if (found.length === LISTING_PAGE) await store();
  }
  if (found.length > 0) await store();
}
