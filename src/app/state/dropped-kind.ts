import type { SourceNode } from '../../files/source-node';

const PACKAGE_FILE = /\.(onnx|zip|pt|gz|tgz)$/i;

/** Models or photos? A network or an archive dropped by itself, or a folder with an info.json, is a model package. */
export async function isUsableForPackage(nodes: readonly SourceNode[]): Promise<boolean> {
  if (nodes.length === 0) return false;
  if (nodes.every((node) => node.kind === 'file')) return nodes.some(({ name }) => isPackageFile(name));
  for (const node of nodes) {
    if (node.kind !== 'folder') continue;
    for await (const child of node.children()) {
      if (child.kind === 'file' && isPackageFile(child.name)) return true;
    }
  }
  return false;
}

const isPackageFile = (name: string): boolean => PACKAGE_FILE.test(name) || name === 'info.json';
