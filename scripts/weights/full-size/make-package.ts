import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectorFileName, parsePackageInfo } from '../../../src/domain/package-info';
import { CHECKPOINTS_FOLDER } from '../checkpoints-folder';
import { gatherFiles } from '../import/gather-files';

/**
 * A package as SpeciesNet's authors publish it, with the full-size checkpoints under the names that its info.json gives:
 * label list, taxonomy and geofence come from the small archive of the same form.
 */
export async function makePackage(detector: string, classifier: string, folder: string): Promise<string> {
  const made = join(folder, 'package');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
  await gatherFiles([join(CHECKPOINTS_FOLDER, 'package', 'speciesnet-like.tar.gz')], made);
  const info = parsePackageInfo(JSON.parse(readFileSync(join(made, 'info.json'), 'utf8')));
  if (info.classifier === null || info.detector === null) throw new Error('info.json: expected both networks');
  copyFileSync(classifier, join(made, info.classifier), constants.COPYFILE_FICLONE);
  copyFileSync(detector, join(made, detectorFileName(info.detector)), constants.COPYFILE_FICLONE);
  return made;
}

const PHOTOS = ['coral/owl.jpg', 'coral/parrot.jpg', 'test_data/american_black_bear.jpg'];

/** A folder with three photos. */
export function copyPhotos(photos: string, folder: string): string {
  const copied = join(folder, 'photos');
  rmSync(copied, { recursive: true, force: true });
  mkdirSync(copied);
  for (const path of PHOTOS) {
    const from = join(photos, path);
    if (!existsSync(from)) throw new Error(`expected a photo at ${from}`);
    writeFileSync(join(copied, path.replace('/', '-')), readFileSync(from));
  }
  return copied;
}
