import { parseModelCatalog, type ModelCatalog } from '../../domain/model-catalog';
import { DownloadError } from './download-error';

const ADDRESS = `${import.meta.env.BASE_URL}models/catalog.json`;

/** An address of the catalog, as the browser wants it: what is relative lies beside the catalog. */
export const resolveCatalogAddress = (url: string): URL => new URL(url, new URL(ADDRESS, document.baseURI));

/** Reads what can be added, from the app's own address; without a network, as it was read last. */
export async function readModelCatalog(): Promise<ModelCatalog> {
  try {
    const response = await fetch(ADDRESS);
    if (!response.ok) throw new Error(`the host answered ${response.status}`);
    return parseModelCatalog(await response.json());
  } catch (error) {
    const technical = error instanceof Error ? error.message : String(error);
    throw new DownloadError('catalog-unreadable', `models/catalog.json: ${technical}`, {}, { cause: error });
  }
}
