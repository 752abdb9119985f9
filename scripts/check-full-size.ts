/**
 * `npm run check:full-size`: checkpoints as large as the official ones, imported, compared and run in a browser. Not part
 * of the tests: it wants memory and minutes. Arguments: scripts/weights/full-size/full-size-arguments.ts.
 */
import { join } from 'node:path';
import { ArgumentError } from './weights/argument-error';
import { CHECKPOINTS_FOLDER } from './weights/checkpoints-folder';
import { checkImport } from './weights/full-size/check-import';
import { checkRun } from './weights/full-size/check-run';
import { parseFullSizeArguments, USAGE } from './weights/full-size/full-size-arguments';
import { readFullSizeIndex } from './weights/full-size/full-size-index';
import { makeFile } from './weights/full-size/make-files';
import { copyPhotos, makePackage } from './weights/full-size/make-package';

try {
  const photos = join(CHECKPOINTS_FOLDER, '../photos/open');
  const wanted = parseFullSizeArguments(process.argv.slice(2), photos);
  const files = new Map<string, string>();
  let isEqual = true;
  for (const recorded of readFullSizeIndex().cases) {
    const file = await makeFile(recorded, wanted.folder);
    files.set(recorded.id, file);
    if (wanted.parts.includes('import')) isEqual = (await checkImport(recorded, file, console.log)) && isEqual;
  }
  if (wanted.parts.includes('run')) {
    const [detector, classifier] = [files.get('yolov5x6'), files.get('efficientnetv2m')];
    if (detector === undefined || classifier === undefined) throw new Error('expected both full-size cases');
    const modelPackage = await makePackage(detector, classifier, wanted.folder);
    const copied = copyPhotos(wanted.photos, wanted.folder);
    isEqual = (await checkRun(modelPackage, copied, wanted.folder, console.log)) && isEqual;
  }
  console.log(isEqual ? '\nall as recorded' : '\nDIFFERS');
  if (!isEqual) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
