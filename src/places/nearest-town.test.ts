import { describe, expect, it } from 'vitest';
import { createNearestTown } from './nearest-town';
import { packNumbers } from './packed-numbers';

/** Abroad at 0, 0 and at 60, 10; a town of Texas at 0, 2; one of Puerto Rico at 60, 12. Latitude first. */
const nearestTown = createNearestTown({
  areas: '- PRI USA-TX',
  towns: packNumbers([2, 0, 0, 60e5, 10e5, 1, 0, 2e5, 1, -60e5, -10e5]),
});

describe('createNearestTown', () => {
  it.each([
    [0, 0.9, null],
    [0, 1.1, { country: 'USA', admin1Region: 'TX' }],
    [60, 11.1, { country: 'PRI', admin1Region: null }],
    // In kilometres 60, 10 would be nearer than 60, 12; in degrees it is not.
    [60.9, 11.1, { country: 'PRI', admin1Region: null }],
    // However far: there is no limit, and no way across the 180th meridian.
    [0, 179, { country: 'USA', admin1Region: 'TX' }],
    [0, -179, null],
  ])('%d, %d', (latitude, longitude, place) => {
    expect(nearestTown(latitude, longitude)).toEqual(place);
  });
});
