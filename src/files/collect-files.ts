import { sortNodes, type SourceNode } from './source-node';

/** A file with its path below what was dropped or picked, the dropped folder's own name included. Forward slashes. */
export interface CollectedFile {
  readonly path: string;
  readonly file: File;
}

/** More files than a model package ever has: a folder of photos was dropped in the wrong place. */
const MOST_FILES = 1000;

/**
 * All files of a small folder, of an archive or network dropped alone: the parts of a model package. Stops at the first
 * thousand. Rejects when something can't be read.
 */
export async function collectFiles(
  nodes: readonly SourceNode[],
  signal?: AbortSignal,
): Promise<readonly CollectedFile[]> {
  const collected: CollectedFile[] = [];
  const stack = sortNodes(nodes)
    .reverse()
    .map((node) => ({ path: node.name, node }));
  for (let item = stack.pop(); item !== undefined && collected.length < MOST_FILES; item = stack.pop()) {
    signal?.throwIfAborted();
    const { path, node } = item;
    if (node.kind === 'file') {
      collected.push({ path, file: await node.read() });
      continue;
    }
    const children: SourceNode[] = [];
    for await (const child of node.children()) children.push(child);
    for (const child of sortNodes(children).reverse()) stack.push({ path: `${path}/${child.name}`, node: child });
  }
  return collected;
}
