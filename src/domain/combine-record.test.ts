import { describe, expect, it } from 'vitest';
import { LION, SMALL_GEOFENCE, SMALL_TAXONOMY } from '../../test/small-package';
import { combineRecords, type ComponentResults } from './combine-record';
import { createTaxonRules } from './taxon-rules';

const LION_SEEN = { classifications: { classes: [LION], scores: [0.9] } };
const NO_BOX = { detections: [] };
const RESULTS: ComponentResults = {
  classifier: new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [name, LION_SEEN])),
  detector: new Map<string, object>([
    ['a', NO_BOX],
    ['b', { ...NO_BOX, failures: null }],
    ['d', NO_BOX],
    ['e', NO_BOX],
  ]),
  places: new Map(
    ['a', 'b', 'c', 'e'].map((name) => [
      name,
      { country: name === 'e' ? '' : 'USA', admin1_region: null, latitude: 0, longitude: null },
    ]),
  ),
  partial: new Map([['old', { filepath: 'old', anything: 1 }]]),
};

describe('combineRecords', () => {
  const combine = (...filepaths: string[]) =>
    combineRecords(filepaths, RESULTS, 'v', ({ country, admin1_region }) =>
      createTaxonRules({
        taxonomy: SMALL_TAXONOMY,
        geofence: SMALL_GEOFENCE,
        place: { country, admin1Region: admin1_region },
        isGeofenceOn: true,
      }),
    );

  it('keeps order, duplicates and finished records', () => {
    const filepaths = combine('a', 'old', 'a').map((record) => (record as { filepath: string }).filepath);
    expect(filepaths).toEqual(['a', 'old', 'a']);
    expect(combine('old')).toEqual([{ filepath: 'old', anything: 1 }]);
  });

  it.each([
    [
      'a',
      'filepath country latitude classifications detections prediction prediction_score prediction_source model_version',
    ],
    ['b', 'filepath failures country latitude classifications model_version'],
    ['c', 'filepath failures country latitude classifications model_version'],
    ['d', 'filepath failures classifications detections prediction prediction_score prediction_source model_version'],
    ['none', 'filepath failures model_version'],
  ])('%s: %s', (name, keys) => expect(Object.keys(combine(name)[0]!).join(' ')).toBe(keys));

  it('asks the geofence of the record’s place', () => {
    expect(combine('a')[0]).toMatchObject({ prediction_source: 'classifier+geofence+rollup_to_family' });
    expect(combine('d')[0]).toMatchObject({ failures: ['GEOLOCATION'], prediction: LION });
    expect(combine('e')[0]).toMatchObject({ country: '', prediction: LION });
  });
});
