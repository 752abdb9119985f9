import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The packages whose files take part in the app's bundles. */
export interface PackageCollector {
  /** Their folders, as far as the bundles are made. */
  readonly folders: ReadonlySet<string>;
  /** A plugin for one of the bundles; each of them needs its own: the page's, the workers', the service worker's. */
  readonly plugin: () => Plugin;
}

/**
 * Collects from every module of a bundle's graph (also styles, and files that are only named by their address) and from
 * the files that it writes beside the scripts (fonts, WebAssembly). Vite's own `build.license` looks at the page's scripts
 * alone: neither into workers nor into the service worker.
 */
export function createPackageCollector(root: string): PackageCollector {
  const folders = new Set<string>();
  const note = (path: string) => {
    const folder = packageFolderOf(path);
    if (folder !== null) folders.add(folder);
  };
  return {
    folders,
    plugin: () => ({
      name: 'understory-package-collector',
      apply: 'build',
      generateBundle(_options, bundle) {
        for (const id of this.getModuleIds()) note(id);
        for (const output of Object.values(bundle)) {
          if (output.type === 'asset') for (const name of output.originalFileNames) note(resolve(root, name));
        }
      },
    }),
  };
}

/** `/app/node_modules/@a/b/dist/c.js?url` is of `/app/node_modules/@a/b`; null = of no package. */
export function packageFolderOf(id: string): string | null {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0]!;
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
