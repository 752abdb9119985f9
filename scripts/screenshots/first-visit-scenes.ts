import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Album } from './album';
import { writePhotos } from './photo-folders';
import { goTo, openFolder, stage, stageOpen } from './steps';

export interface SceneTools {
  readonly page: Page;
  readonly album: Album;
  /** A temporary folder for photos on disk. */
  readonly photos: string;
}

/** Before anything is stored: what somebody sees who just came. */
export async function takeFirstVisit({ page, album, photos }: SceneTools): Promise<void> {
  await album.take('home-empty');
  await goTo(page, '/models');
  await album.take('models-empty');

  await openFolder(page, writePhotos(join(photos, 'Marsh Road')));
  await album.take('setup-no-package');
  await stageOpen(page, { listing: { step: 'listing', found: 12_408 } });
  await album.take('setup-listing');
  await stageOpen(page, { listing: { step: 'listed', found: 12, skipped: [] } });

  await stage(page, {
    start: { step: 'failed', condition: { code: 'storage-unavailable', details: {}, technical: 'InvalidStateError' } },
  });
  await album.take('start-failed');
  await stage(page, { start: { step: 'ready' } });
}
