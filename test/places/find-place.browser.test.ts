import { expect, it } from 'vitest';
import { loadPlaceFinder } from '../../src/places/load-place-finder';

const SERENGETI = [-2.33, 34.83] as const;
const TANZANIA = { country: 'TZA', admin1Region: null, isNearBorder: false, landKm: 0 };

it('finds places in the page', async () => {
  const finder = await loadPlaceFinder();
  expect(finder.find(...SERENGETI)).toEqual(TANZANIA);
  expect(finder.nearestTown(31.55, -97.15)).toEqual({ country: 'USA', admin1Region: 'TX' });
});

it('finds places in a worker', async () => {
  const worker = new Worker(new URL('./find-place.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.postMessage(SERENGETI);
    expect(await answer).toEqual(TANZANIA);
  } finally {
    worker.terminate();
  }
});
