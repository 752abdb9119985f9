import { createFileNode, createFolderNode, renameNode, type SourceNode } from './source-node';
import { uniqueNames } from './unique-names';

/** A folder of a file list, while its tree is put together. */
interface Branch {
  readonly folders: Map<string, Branch>;
  readonly files: File[];
}

/** What `<input type="file">` gives, with `webkitdirectory` or without: one node for each folder and loose file. */
export function nodesFromInput(files: Iterable<File>): readonly SourceNode[] {
  const root: Branch = { folders: new Map(), files: [] };
  for (const file of files) {
    let branch = root;
    for (const name of file.webkitRelativePath.split('/').slice(0, -1)) branch = folderIn(branch, name);
    branch.files.push(file);
  }
  return nodesOf(root);
}

function folderIn({ folders }: Branch, name: string): Branch {
  const known = folders.get(name);
  if (known !== undefined) return known;
  const created: Branch = { folders: new Map(), files: [] };
  folders.set(name, created);
  return created;
}

function nodesOf({ folders, files }: Branch): readonly SourceNode[] {
  const nodes: SourceNode[] = [...folders].map(([name, branch]) => createFolderNode(name, nodesOf(branch)));
  nodes.push(...files.map(createFileNode));
  const names = uniqueNames(nodes.map(({ name }) => name));
  return nodes.map((node, index) => renameNode(node, names[index]!));
}
