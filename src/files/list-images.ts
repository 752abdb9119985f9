import type { ListedImage } from '../domain/survey';
import { isFileCondition, sortNodes, type FileNode, type FolderNode, type SourceNode } from './source-node';

/** A folder that could not be read; what it holds is missing from the listing. */
export interface ListingProblem {
  readonly path: string;
  readonly message: string;
}

export interface ListingBatch {
  readonly images: readonly ListedImage[];
  readonly problems: readonly ListingProblem[];
}

/** The reference's endings (speciesnet 5.0.4); it knows all-lower and all-upper case, we take any mixture. */
const IMAGE_NAME = /\.(jpe?g|png|tiff?|webp)$/i;

export const isImageName = (name: string): boolean => IMAGE_NAME.test(name);

/** Images of a batch; their sizes are asked for all at once. */
const BATCH = 100;

/** A name that looks like an image: a file, or a folder (which the reference lists, too, and fails to load). */
interface Found {
  readonly filepath: string;
  readonly node: SourceNode;
}

/**
 * All images below a folder, hidden ones included, in the reference's order: by path components and code points.
 * Paths are relative to the folder, with forward slashes. Goes no further than the consumer: a batch is made when it is
 * asked for. What can't be read is reported and left out; a file that can't be read is listed with size 0, its opening
 * will fail. Throws only the signal's reason.
 */
export async function* listImages(root: FolderNode, signal?: AbortSignal): AsyncGenerator<ListingBatch, void, void> {
  let found: Found[] = [];
  let problems: ListingProblem[] = [];
  for await (const item of walk(root, signal)) {
    if ('message' in item) problems.push(item);
    else found.push(item);
    if (found.length < BATCH) continue;
    yield { images: await Promise.all(found.map(describe)), problems };
    found = [];
    problems = [];
    signal?.throwIfAborted();
  }
  if (found.length + problems.length > 0) yield { images: await Promise.all(found.map(describe)), problems };
}

/** Depth first, each folder's children in order. A stack of our own: folders may be nested deeper than calls may. */
async function* walk(root: FolderNode, signal?: AbortSignal): AsyncGenerator<Found | ListingProblem, void, void> {
  const stack: Found[] = [{ filepath: '', node: root }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { filepath, node } = item;
    if (filepath !== '' && isImageName(node.name)) yield item;
    if (node.kind === 'file') continue;
    signal?.throwIfAborted();
    const { children, problem } = await readChildren(node, signal);
    if (problem !== null) yield { path: filepath, message: problem };
    for (const child of sortNodes(children).reverse()) {
      stack.push({ filepath: filepath === '' ? child.name : `${filepath}/${child.name}`, node: child });
    }
  }
}

async function readChildren(folder: FolderNode, signal?: AbortSignal) {
  const children: SourceNode[] = [];
  try {
    for await (const child of folder.children()) {
      signal?.throwIfAborted();
      // Other files are of no use here, and a card may be full of them.
      if (child.kind === 'folder' || isImageName(child.name)) children.push(child);
    }
    return { children, problem: null };
  } catch (error) {
    if (!isFileCondition(error) || signal?.aborted === true) throw error;
    return { children, problem: `${error.name}: ${error.message}` }; // what was read so far still counts
  }
}

async function describe({ filepath, node }: Found): Promise<ListedImage> {
  const file = node.kind === 'file' ? await readOrNull(node) : null;
  return { filepath, size: file?.size ?? 0, lastModified: file?.lastModified ?? 0 };
}

async function readOrNull(node: FileNode): Promise<File | null> {
  try {
    return await node.read();
  } catch (error) {
    if (isFileCondition(error)) return null;
    throw error;
  }
}
