import { LICENCES_FILE, parseShippedPackages, type ShippedPackage } from '../../domain/shipped-packages';
import { readOwnJson } from './read-own-json';

/** What the built app has of others, from its own address. Rejects when the list can't be had: the development server has none. */
export async function readShippedPackages(): Promise<readonly ShippedPackage[]> {
  return parseShippedPackages(await readOwnJson(LICENCES_FILE));
}
