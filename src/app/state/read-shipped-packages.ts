import { LICENCES_FILE, parseShippedPackages, type ShippedPackage } from '../../domain/shipped-packages';

/** What the built app has of others, from its own address. Rejects when the list can't be had: the development server has none. */
export async function readShippedPackages(): Promise<readonly ShippedPackage[]> {
  const response = await fetch(`${import.meta.env.BASE_URL}${LICENCES_FILE}`);
  if (!response.ok) throw new Error(`${LICENCES_FILE}: the host answered ${response.status}`);
  return parseShippedPackages(await response.json());
}
