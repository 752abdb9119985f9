import type { Page } from 'playwright';
import { commonNameOf } from '../../src/domain/label';
import { REFERENCE_SETTINGS, type Survey } from '../../src/domain/survey';
import { upgradeCounts } from '../../src/storage/fact-store';
import { upgradeFact } from '../../src/storage/fact-record';
import { listingPageOf } from '../../src/storage/listing-page';
import { upgradePreview } from '../../src/storage/preview-store';
import { upgradeSurvey } from '../../src/storage/survey-store';
import { putRecords } from '../synthetic-survey/put-records';
import { checked } from '../synthetic-survey/store-survey';
import type { EffortSurvey } from './effort-survey';

const ID = 'effort';

/** Photos of the demonstration that show this; what has none is shown by the first. */
const PHOTOS: Readonly<Record<string, string>> = {
  'red fox': 'North Ridge/IMG_0001.JPG',
  'white-tailed deer': 'North Ridge/IMG_0002.JPG',
  'american black bear': 'North Ridge/IMG_0004.JPG',
  blank: 'North Ridge/IMG_0005.JPG',
  'northern raccoon': 'North Ridge/IMG_0006.JPG',
  human: 'North Ridge/IMG_0007.JPG',
  'african elephant': 'Waterhole/IMG_0001.JPG',
  'plains zebra': 'Waterhole/IMG_0002.JPG',
  vehicle: 'Waterhole/IMG_0003.JPG',
  'common ostrich': 'Waterhole/IMG_0005.JPG',
};

/** Puts the survey into the page's storage, with the demonstration's networks and photos. Reload the page afterwards. */
export async function storeEffortSurvey(page: Page, { facts, truth }: EffortSurvey): Promise<string> {
  const packageId = await page.evaluate(() => window.understory!.installDemoPackage());
  await putRecords(
    page,
    'facts',
    facts.map((inference) => [[ID, inference.filepath], checked(upgradeFact, { version: 1, inference })]),
  );
  const counts = { done: facts.length, failed: 0 };
  await putRecords(page, 'facts', [[[ID], checked(upgradeCounts, { version: 1, ...counts })]]);
  const images = facts.map(({ filepath }) => ({ filepath, size: 150_000, lastModified: 0 }));
  await putRecords(page, 'listings', [[[ID, 0], listingPageOf(images)]]);
  const survey: Survey = {
    id: ID,
    name: 'Effort',
    isDemo: false,
    createdAt: 0,
    changedAt: 0,
    settings: { packageId, ...REFERENCE_SETTINGS },
    extraLabels: [],
    state: 'finished',
    counts: { listed: facts.length, ...counts },
  };
  await putRecords(page, 'surveys', [
    [ID, checked(upgradeSurvey, { version: 2, survey, rootName: 'Effort', deletedAt: null })],
  ]);
  await putPreviews(page, truth);
  return ID;
}

/** What every photo shows can be seen in it: the demonstration's photo of the same. */
async function putPreviews(page: Page, truth: ReadonlyMap<string, string>): Promise<void> {
  checked(upgradePreview, { version: 1, mediaType: 'image/jpeg', bytes: new ArrayBuffer(0) });
  const photos = [...truth].map(([filepath, line]) => [
    filepath,
    PHOTOS[commonNameOf(line)] ?? 'North Ridge/IMG_0001.JPG',
  ]);
  await page.evaluate(
    async ({ id, wanted }) => {
      const bytesOf = new Map<string, ArrayBuffer>();
      for (const photo of new Set(wanted.map(([, photo]) => photo!))) {
        const answer = await fetch(`demo/photos/${photo}`);
        if (!answer.ok) throw new Error(`${photo}: ${answer.status}`);
        bytesOf.set(photo, await answer.arrayBuffer());
      }
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('understory-previews');
        opening.onupgradeneeded = () => opening.result.createObjectStore('records');
        opening.onerror = () => reject(opening.error ?? new Error('previews'));
        opening.onsuccess = () => {
          const opened = opening.result;
          const transaction = opened.transaction('records', 'readwrite');
          for (const [filepath, photo] of wanted) {
            const record = { version: 1, mediaType: 'image/jpeg', bytes: bytesOf.get(photo!)! };
            transaction.objectStore('records').put(record, [id, filepath!]);
          }
          transaction.onabort = () => reject(transaction.error ?? new Error('previews'));
          transaction.oncomplete = () => {
            opened.close();
            resolve();
          };
        };
      });
    },
    { id: ID, wanted: photos },
  );
}
