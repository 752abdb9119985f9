import type { FileNode, SourceNode } from '../../files/source-node';

const NETWORK = /\.(?:onnx|pt|pth)$/i;
const ARCHIVE = /\.(?:zip|tar|gz|tgz)$/i;
/** Of a package too, when no photo lies beside it: a taxonomy or a geofence that updates an installed package. */
const TABLE = /\.(?:json|txt|csv)$/i;
const PHOTO = /\.(?:jpe?g|jfif|png|tiff?|webp|bmp|gif)$/i;

/**
 * Models or photos? A network, an archive or a table dropped without photos, or a folder with a network or an info.json,
 * is for the Models screen. An archive that lies among photos is not looked at.
 */
export async function isUsableForPackage(nodes: readonly SourceNode[]): Promise<boolean> {
  if (nodes.length === 0) return false;
  if (nodes.every((node) => node.kind === 'file')) return isPackage(nodes.map(({ name }) => name));
  for (const node of nodes) {
    if (node.kind !== 'folder') continue;
    const names: string[] = [];
    for await (const child of node.children()) if (child.kind === 'file') names.push(child.name);
    if (isPackage(names.filter((name) => !TABLE.test(name) || name === 'info.json'))) return true;
  }
  return false;
}

function isPackage(names: readonly string[]): boolean {
  if (names.some((name) => NETWORK.test(name) || name === 'info.json')) return true;
  return names.some((name) => ARCHIVE.test(name) || TABLE.test(name)) && !names.some((name) => PHOTO.test(name));
}

/** Of an open survey, by their ending; what they are is seen when they are read. */
export const isSurveyFile = (name: string): boolean => /\.(?:json|csv|txt|ndjson)$/i.test(name);

/** The geofence of a model package is one object whose names are taxa. */
const STARTS_WITH_TAXON = /^\ufeff?\s*\{\s*"[^"]*;[^"]*"\s*:/;
/** More than the longest name of a taxon. */
const START_BYTES = 2048;

/** True when all are files that say something to an open survey: results, rules, lists. Files of a model package don't. */
export async function areForSurvey(nodes: readonly SourceNode[]): Promise<boolean> {
  for (const node of nodes) {
    if (node.kind !== 'file' || !isSurveyFile(node.name) || node.name === 'info.json') return false;
    if (/\.json$/i.test(node.name) && (await startsWithTaxon(node))) return false;
  }
  return nodes.length > 0;
}

async function startsWithTaxon(node: FileNode): Promise<boolean> {
  const file = await node.read();
  return STARTS_WITH_TAXON.test(await file.slice(0, START_BYTES).text());
}

/** Endings that spreadsheets give to tables. */
export const isNameTable = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name);
