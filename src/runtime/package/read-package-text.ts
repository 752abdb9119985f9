import { PackageError } from './package-error';

/** Far above any real one (SpeciesNet's taxonomy has 0.4 MB), and nothing to fear for the memory. */
export const LARGEST_TEXT_BYTES = 64 * 1024 * 1024;

/** Reads a text of a package as a whole. @throws PackageError `checkpoint-too-large` before any of a larger one is read. */
export async function readPackageText(file: Blob, name: string, mostBytes = LARGEST_TEXT_BYTES): Promise<string> {
  if (file.size <= mostBytes) return file.text();
  throw new PackageError('checkpoint-too-large', `"${name}": expected at most ${mostBytes} bytes, got ${file.size}`, {
    name,
  });
}
