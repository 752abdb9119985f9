import type { PlaceFinder } from '../domain/geolocation';

let loading: Promise<PlaceFinder> | null = null;

/**
 * The finder, loaded at the first call: borders and towns are no part of the start-up code, but they are in the offline cache.
 * Works in the page, in workers and in Node. Rejects when the scripts cannot be loaded, and tries again at the next call.
 */
export function loadPlaceFinder(): Promise<PlaceFinder> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<PlaceFinder> {
  const [{ createPlaceFinder }, { COUNTRY_BORDERS }, { STATE_BORDERS }, { DECIDING_TOWNS }] = await Promise.all([
    import('./place-finder'),
    import('./data/country-borders'),
    import('./data/state-borders'),
    import('./data/deciding-towns'),
  ]);
  return createPlaceFinder({ countries: COUNTRY_BORDERS, states: STATE_BORDERS, towns: DECIDING_TOWNS });
}
