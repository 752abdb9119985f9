import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'vitest';
import { readJson } from '../read-json';

/** The project's own folder: this file lies in test/golden. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

/** Where the vectors lie: `GOLDEN_DIR`, else beside the project. Relative paths start at the project's folder. */
export const GOLDEN_FOLDER = resolve(PROJECT_ROOT, process.env['GOLDEN_DIR'] ?? '../shared/golden/open');

/** The package whose labels and taxonomy all vectors use, whatever folder the vectors come from. */
export const REFERENCE_PACKAGE = resolve(PROJECT_ROOT, '../shared/models/coco-mnv2');

// A run without vectors has shown nothing, so it must not look green.
if (!existsSync(GOLDEN_FOLDER)) {
  throw new Error(`golden vectors: expected a folder at ${GOLDEN_FOLDER}, found none; set GOLDEN_DIR`);
}

/** The form of all vector files: `in` and `out` differ from file to file. */
export interface GoldenVectors<Case> {
  readonly cases: readonly Case[];
}

/** Path of a vector file, for instance `speciesnet/nms.json`. */
export function goldenPath(file: string): string {
  return resolve(GOLDEN_FOLDER, file);
}

/** Parsed content of a vector file; throws when it is absent. The caller knows the form of its file. */
export function readGolden(file: string): unknown {
  return readJson(goldenPath(file));
}

/**
 * A test suite over one vector file. When the file is absent in the folder under test, the suite appears in the report as
 * skipped, by the file's name.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function describeGolden<Content extends object>(file: string, suite: (content: Content) => void): void {
  if (existsSync(goldenPath(file))) describe(file, () => suite(readGolden(file) as Content));
  else describe.skip(`${file} is absent in ${GOLDEN_FOLDER}`, () => suiteOfAbsentFile());
}

/** Text of a file of the reference package: `taxonomy_release.txt`, the label list, `geofence_release.json`. */
export function readReferencePackage(name: string): string {
  return readFileSync(resolve(REFERENCE_PACKAGE, name), 'utf8');
}

// vitest reports a skipped suite only when it holds a test.
function suiteOfAbsentFile(): void {
  it('has no vectors here', () => undefined);
}
