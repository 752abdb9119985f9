import { parseGeofence } from '../../domain/geofence';
import { parseLabels } from '../../domain/label-list';
import { ParseError } from '../../domain/parse-error';
import { parseJson } from '../../domain/partial-predictions';
import { checkTaxonomy, parseTaxonomy } from '../../domain/taxonomy';
import type { PackageErrorCode } from '../../rpc/package-api';
import { PackageError } from './package-error';
import { readPackageText } from './read-package-text';
import { refuseForeignFile } from './refuse-foreign-file';

/** Counts the labels of a label file. @throws PackageError `label-invalid` with the line. */
export function countLabels(file: Blob, name: string): Promise<number> {
  return checkText(file, name, 'label-invalid', (text) => parseLabels(text).length);
}

/** Counts the taxa of a taxonomy file. @throws PackageError `taxonomy-invalid` */
export function countTaxa(file: Blob, name: string): Promise<number> {
  return checkText(file, name, 'taxonomy-invalid', (text) => {
    checkTaxonomy(text);
    return parseTaxonomy(text).labels.size;
  });
}

/** Counts the taxa with rules in a geofence file. @throws PackageError `geofence-invalid` */
export function countGeofencedTaxa(file: Blob, name: string): Promise<number> {
  return checkText(file, name, 'geofence-invalid', (text) => parseGeofence(parseJson(text, 'geofence')).size);
}

async function checkText(
  file: Blob,
  name: string,
  code: PackageErrorCode,
  count: (text: string) => number,
): Promise<number> {
  await refuseForeignFile(file, name, 'text');
  const text = await readPackageText(file, name);
  try {
    return count(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const line = /line (\d+)$/.exec(error.where)?.[1];
    const details = line === undefined ? { name } : { name, line: Number(line) };
    throw new PackageError(code, `"${name}": ${error.message}`, details, { cause: error });
  }
}
