import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { ShippedPackage } from '../../src/domain/shipped-packages.ts';
import type { PackageCollector } from './collect-packages.ts';
import { readNotice } from './read-notice.ts';

/** Beside the page; the same word as in src/domain/shipped-packages.ts. */
const LICENCES_FILE = 'licences.json';

/** Packages in node_modules that `src/places/data` is made from: in no bundle's graph, but their data are in one. */
const DATA_PACKAGES: readonly string[] = ['us-atlas', 'world-atlas'];
/** ONNX Runtime's bundle has it in it, so that no module names it. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = { 'onnxruntime-web': ['onnxruntime-common'] };

/**
 * Writes the list of what is shipped beside the app. For the bundle that is made last, the service worker's: only then are
 * all packages known, and the list of files that work offline is not yet made.
 */
export function licencesFile(root: string, { folders }: PackageCollector): Plugin {
  return {
    name: 'understory-licences-file',
    apply: 'build',
    generateBundle() {
      const packages = noticesOf(root, folders);
      this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: JSON.stringify({ packages }) });
    },
  };
}

function noticesOf(root: string, folders: ReadonlySet<string>): readonly ShippedPackage[] {
  const found = [...folders].map(readNotice);
  const unseen = [...DATA_PACKAGES, ...found.flatMap(({ name }) => BUNDLED[name] ?? [])];
  const all = [...found, ...unseen.map((name) => readNotice(join(root, 'node_modules', name)))];
  const unique = new Map(all.map((notice) => [`${notice.name}@${notice.version}`, notice]));
  return [...unique.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
