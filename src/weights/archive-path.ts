import { ArchiveError } from './archive-error';

const LONGEST_PATH = 4096;

/**
 * A name in an archive, with forward slashes and without a leading `./`. Nothing is ever written under these names; one that
 * climbs out of its folder still says that something is wrong.
 * @throws ArchiveError for such a name, and for one of more than 4,096 characters
 */
export function archivePath(name: string): string {
  if (name.length > LONGEST_PATH) throw new ArchiveError(`the archive has a name of ${name.length} characters`);
  const path = name.replaceAll('\\', '/').replace(/^(\.\/+)+/, '');
  if (/^(\/|[a-z]:)/i.test(path) || path.split('/').includes('..')) {
    throw new ArchiveError(`"${name}" leads out of the archive's folder`);
  }
  return path;
}
