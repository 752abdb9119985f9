import { comparePathsByComponents } from './path-order';

/** Endings that the reference looks for; case counts, so `.Jpg` is not found (speciesnet 5.0.4, IMAGE_EXTENSIONS). */
const EXTENSIONS: readonly string[] = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp'].flatMap((extension) => [
  `.${extension}`,
  `.${extension.toUpperCase()}`,
]);

/** True when the reference's folder walk would take a file of this name. */
export function hasImageExtension(name: string): boolean {
  return EXTENSIONS.some((extension) => name.endsWith(extension));
}

/**
 * The reference's folder walk over a list of paths (speciesnet 5.0.4, prepare_instances_dict with folders): everything below
 * the folders whose name has an image's ending, hidden things and folders of such a name included, once each, sorted by
 * path components. `paths` and `folders` count from the same place; results keep a folder's spelling (`e/../e/x.jpg`)
 * but for `./` and doubled or final slashes. A folder that is not there adds nothing.
 */
export function findImages(folders: readonly string[], paths: readonly string[]): readonly string[] {
  const entries = withParents(paths);
  const found = new Set<string>();
  for (const folder of folders) {
    const spelled = componentsOf(folder);
    const prefix = resolved(spelled)
      .map((name) => `${name}/`)
      .join('');
    for (const entry of entries) {
      if (entry.startsWith(prefix) && hasImageExtension(entry)) {
        found.add([...spelled, entry.slice(prefix.length)].join('/'));
      }
    }
  }
  return [...found].sort(comparePathsByComponents);
}

/** The paths and all folders above them. */
function withParents(paths: readonly string[]): ReadonlySet<string> {
  const entries = new Set<string>();
  for (const path of paths) {
    const names = componentsOf(path);
    for (let count = names.length; count > 0; count--) {
      const entry = names.slice(0, count).join('/');
      if (entries.has(entry)) break;
      entries.add(entry);
    }
  }
  return entries;
}

/** A path's names as Python's pathlib keeps them: without `.` and empty ones, with `..`; a first slash stays. */
function componentsOf(path: string): readonly string[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return path.startsWith('/') ? ['', ...names] : names;
}

function resolved(names: readonly string[]): readonly string[] {
  const open: string[] = [];
  for (const name of names) {
    if (name === '..') open.pop();
    else open.push(name);
  }
  return open;
}
