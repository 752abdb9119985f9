import type { CheckedRuleFile } from '../../rpc/package-api';
import { computeSha256 } from '../../weights/sha256';
import { sniffFile } from '../../weights/sniff-file';
import { createBlobSource } from '../blob-source';
import { countGeofencedTaxa, countTaxa } from './check-texts';
import { PackageError } from './package-error';
import { baseName, type AvailableFile } from './package-files';
import { LARGEST_TEXT_BYTES } from './read-package-text';

const HEAD_BYTES = 4096;
const LABEL_PARTS = 7;

/**
 * A taxonomy or a geofence that came alone; null when the file is neither, by what is in it. A list of labels has lines
 * like a taxonomy's: only its name tells.
 * @throws PackageError when it calls itself one of both, or begins like one, and can't be read.
 */
export async function checkRuleFile(available: AvailableFile): Promise<CheckedRuleFile | null> {
  const name = baseName(available.path);
  const file = await available.open();
  const found = await countRules(file, name);
  if (found === null) return null;
  const sha256 = await computeSha256(createBlobSource(file), () => undefined);
  return {
    kind: 'rule-file',
    part: { role: found.role, name, size: file.size, sha256, md5: null },
    count: found.count,
    files: [{ role: found.role, sha256, file }],
  };
}

async function countRules(
  file: Blob,
  name: string,
): Promise<{ readonly role: 'taxonomy' | 'geofence'; readonly count: number } | null> {
  if (file.size > LARGEST_TEXT_BYTES) return null;
  const kind = await sniffFile(createBlobSource(file));
  if (kind === 'json') return countGeofence(file, name);
  const isTaxonomy = kind === 'other' && !/label/i.test(name) && isLabelLine(await readHead(file));
  return isTaxonomy ? { role: 'taxonomy', count: await countTaxa(file, name) } : null;
}

/** Other JSON is no geofence, unless its name says that it should be one. */
async function countGeofence(file: Blob, name: string) {
  try {
    const count = await countGeofencedTaxa(file, name);
    return count === 0 ? null : ({ role: 'geofence', count } as const);
  } catch (error) {
    if (error instanceof PackageError && error.code === 'geofence-invalid' && !/geofence/i.test(name)) return null;
    throw error;
  }
}

async function readHead(file: Blob): Promise<string> {
  return file.slice(0, HEAD_BYTES).text();
}

function isLabelLine(head: string): boolean {
  const [line] = head.trimStart().split('\n');
  return !head.includes('\0') && line?.split(';').length === LABEL_PARTS;
}
