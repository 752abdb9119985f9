import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropPaths } from '../drop-paths';
import { goTo } from '../screenshots/steps';
import { measureStep, type Bench, type Measured } from './measure-step';

const PER_FOLDER = 250;

/**
 * Makes so many real files in folders of one to six levels, drops the topmost one on the page and waits until all are listed. A file
 * holds no photo: listing reads names and sizes.
 */
export async function listRealFiles(bench: Bench, files: number): Promise<Measured> {
  const { page } = bench;
  const parent = mkdtempSync(join(tmpdir(), 'understory-listing-'));
  const root = join(parent, 'Season');
  try {
    for (let file = 0; file < files; file++) {
      const folder = join(root, ...pathOf(Math.floor(file / PER_FOLDER)));
      if (file % PER_FOLDER === 0) mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `IMG_${String(file % PER_FOLDER).padStart(4, '0')}.JPG`), 'no photo');
    }
    await goTo(page, '/');
    return await measureStep(
      bench,
      'listing',
      async () => {
        await dropPaths(page, [root]);
        await page.waitForFunction(
          (count) => {
            const { open } = window.understory!.store.getState();
            return open?.listing.step === 'listed' && open.listing.found === count && open.images.length === count;
          },
          files,
          { polling: 50, timeout: 300_000 },
        );
      },
      false,
    );
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** `Area 2/Site 17/Camera 4/DCIM/100MEDIA/Card 1`: the deeper the higher the number's rest. */
function pathOf(folder: number): readonly string[] {
  const parts = [`Area ${folder % 4}`, `Site ${folder % 50}`, `Camera ${folder}`, 'DCIM', '100MEDIA', 'Card 1'];
  return [...parts.slice(0, folder % 4), ...parts.slice(folder % 4).slice(0, 1 + (folder % 3)), `Folder ${folder}`];
}
