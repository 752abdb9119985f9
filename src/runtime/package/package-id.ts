import type { PackageFile } from '../../domain/model-package';
import { computeTextSha256 } from '../../weights/sha256';

/** The id of a package: SHA-256 over the roles and hashes of its files, whatever their order. */
export function computePackageId(files: readonly PackageFile[]): Promise<string> {
  return computeTextSha256(
    files
      .map(({ role, sha256 }) => `${role} ${sha256}\n`)
      .sort()
      .join(''),
  );
}
