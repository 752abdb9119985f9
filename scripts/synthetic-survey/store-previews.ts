import type { Page } from 'playwright';
import { upgradePreview, upgradeSizes } from '../../src/storage/preview-store';

/** Pictures that differ: each image has one of them, so that tiles decode and draw as they do with photos. */
const DIFFERENT = 24;
/** As large as those of a run. */
const WIDTH = 480;
const HEIGHT = 360;
const AT_A_TIME = 2000;

/** Puts small pictures for these images into the page's storage, past the app: made up in the page, as JPEG. */
export async function storePreviews(page: Page, surveyId: string, filepaths: readonly string[]): Promise<void> {
  const example = { version: 1, mediaType: 'image/jpeg', bytes: new ArrayBuffer(1) };
  const sizes = { version: 1, bytes: 1 };
  if (upgradePreview(example) !== example || upgradeSizes(sizes) !== sizes)
    throw new Error('The form of stored previews has changed: store-previews.ts must follow it.');
  for (let start = 0; start < filepaths.length; start += AT_A_TIME) {
    const batch = filepaths.slice(start, start + AT_A_TIME);
    await page.evaluate(putPictures, { surveyId, batch, start, different: DIFFERENT, width: WIDTH, height: HEIGHT });
  }
}

interface Order {
  readonly surveyId: string;
  readonly batch: readonly string[];
  readonly start: number;
  readonly different: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page. */
async function putPictures({ surveyId, batch, start, different, width, height }: Order): Promise<void> {
  const pictures: ArrayBuffer[] = [];
  for (let picture = 0; picture < different; picture++) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    context.fillStyle = `hsl(${80 + picture * 4} 30% ${20 + picture}%)`;
    context.fillRect(0, 0, width, height);
    // Leaves and grass: what makes a photo's file as large as it is.
    for (let leaf = 0; leaf < 900; leaf++) {
      const at = Math.imul(leaf + 1, 2654435761 + picture * 97) >>> 0;
      context.fillStyle = `hsl(${60 + (at % 70)} ${20 + (at % 40)}% ${15 + (at % 50)}% / 0.6)`;
      context.fillRect(at % width, (at >>> 9) % height, 3 + (at % 17), 2 + (at % 9));
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    pictures.push(await blob.arrayBuffer());
  }
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('understory-previews');
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    opening.onerror = () => reject(opening.error ?? new Error('previews'));
    opening.onsuccess = () => {
      const opened = opening.result;
      const transaction = opened.transaction('records', 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore('records');
      const bytes = pictures.reduce((sum, { byteLength }) => sum + byteLength, 0) / different;
      for (const [index, filepath] of batch.entries()) {
        const picture = pictures[(start + index) % different]!;
        store.put({ version: 1, mediaType: 'image/jpeg', bytes: picture }, [surveyId, filepath]);
      }
      store.put({ version: 1, bytes: Math.round(bytes * (start + batch.length)) }, [surveyId]);
      transaction.onabort = () => reject(transaction.error ?? new Error('previews'));
      transaction.oncomplete = () => {
        opened.close();
        resolve();
      };
    };
  });
}
