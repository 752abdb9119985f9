import type { Page } from 'playwright';

export interface SurveyCopy {
  readonly id: string;
  readonly name: string;
  /** Photos of the copy: the facts and previews of the original again and again, in its order. */
  readonly photos: number;
}

const PHOTOS_PER_FOLDER = 250;

/**
 * Copies the open survey in the store under other file names: a large survey without an hour's run. Its folder can't be
 * reached. Takes effect at the next start of the app. (Written without named functions: it runs in the page.)
 */
export async function copySurvey(page: Page, { id, name, photos }: SurveyCopy): Promise<void> {
  const filepaths = Array.from({ length: photos }, (_, n) => {
    const folder = String(Math.floor(n / PHOTOS_PER_FOLDER) + 1).padStart(2, '0');
    return `Camera ${folder}/IMG_${String((n % PHOTOS_PER_FOLDER) + 1).padStart(4, '0')}.JPG`;
  });
  await page.evaluate(
    async ({ to, called, paths }) => {
      const open = window.understory!.store.getState().open!;
      const from = open.survey.id;
      const originals = open.images.map(({ filepath }) => filepath);
      for (const kind of ['surveys', 'listings', 'facts', 'previews']) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(`understory-${kind}`);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error(kind));
        });
        const store = database.transaction('records', 'readwrite').objectStore('records');
        const read = new Map<string, object>();
        const wanted = kind === 'surveys' ? [from] : kind === 'listings' ? ['0'] : ['', ...originals];
        for (const path of wanted) {
          const key = kind === 'surveys' ? from : kind === 'listings' ? [from, 0] : path === '' ? [from] : [from, path];
          const record = await new Promise<unknown>((resolve, reject) => {
            const request = store.get(key);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error ?? new Error(kind));
          });
          if (typeof record === 'object' && record !== null) read.set(path, record);
        }
        if (kind === 'surveys') {
          const record = read.get(from) as { survey: object };
          const counts = { listed: paths.length, done: paths.length, failed: 0 };
          const survey = { ...record.survey, id: to, name: called, isDemo: false, counts };
          store.put({ ...record, rootName: called, survey }, to);
        } else if (kind === 'listings') {
          const sizes = new Float64Array(paths.length).fill(1_840_000);
          store.put({ ...read.get('0'), filepaths: paths, sizes, modified: new Float64Array(paths.length) }, [to, 0]);
        } else {
          if (kind === 'facts') store.put({ ...read.get(''), done: paths.length, failed: 0 }, [to]);
          else store.put(read.get('')!, [to]);
          for (const [n, filepath] of paths.entries()) {
            // A step that shares no divisor with the twelve photos: neighbours differ.
            const record = read.get(originals[(n * 5 + Math.floor(n / 12)) % originals.length]!);
            if (record === undefined) continue;
            const inference = 'inference' in record ? { ...(record.inference as object), filepath } : null;
            store.put(inference === null ? record : { ...record, inference }, [to, filepath]);
          }
        }
        await new Promise<void>((resolve, reject) => {
          store.transaction.oncomplete = () => resolve();
          store.transaction.onabort = () => reject(store.transaction.error ?? new Error(kind));
        });
        database.close();
      }
    },
    { to: id, called: name, paths: filepaths },
  );
}
