import type { CatalogFile } from './model-catalog';

/** What a file turned out to be. Hashes in lower-case hex. */
export interface FoundFile {
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
}

/** In which respect a file is another one than the catalog promised; null = it is that file, as far as was promised. */
export type Mismatch = { readonly what: 'size' | 'md5' | 'sha256'; readonly expected: string; readonly got: string };

type Expected = Pick<CatalogFile, 'size' | 'md5' | 'sha256'>;

/** True when only reading the whole file can tell. */
export const hasExpectedHash = (expected: Expected): boolean => expected.md5 !== null || expected.sha256 !== null;

/** Compares size, MD5 and SHA-256, each as far as it was promised. */
export function findMismatch(expected: Expected, found: FoundFile): Mismatch | null {
  const checks = ['size', 'sha256', 'md5'] as const;
  for (const what of checks) {
    if (expected[what] !== null && expected[what] !== found[what]) {
      return { what, expected: String(expected[what]), got: String(found[what]) };
    }
  }
  return null;
}
