import { parseModelCatalog, type ModelCatalog } from '../../domain/model-catalog';
import { DownloadError } from './download-error';
import { readOwnJson } from './read-own-json';

const CATALOG = 'models/catalog.json';
const ADDRESS = `${import.meta.env.BASE_URL}${CATALOG}`;

/** An address of the catalog, as the browser wants it: what is relative lies beside the catalog. */
export const resolveCatalogAddress = (url: string): URL => new URL(url, new URL(ADDRESS, document.baseURI));

/** Reads what can be added, from the app's own address; without a network, as it was read last. */
export async function readModelCatalog(): Promise<ModelCatalog> {
  try {
    return parseModelCatalog(await readOwnJson(CATALOG));
  } catch (error) {
    const technical = error instanceof Error ? error.message : String(error);
    throw new DownloadError('catalog-unreadable', `${CATALOG}: ${technical}`, {}, { cause: error });
  }
}
