import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeGpsExif, type GpsFields } from '../../../test/decode/gps-exif';
import { withExif } from '../../../test/decode/drawn-images';
import { readExif } from './exif-facts';

type Rational = readonly [number, number];

const dms = (degrees: number, minutes: number, seconds: number): Rational[] => [
  [degrees, 1],
  [minutes, 1],
  [Math.round(seconds * 100), 100],
];

const nairobi: GpsFields = {
  latitude: dms(1, 17, 11.4),
  latitudeRef: 'S',
  longitude: dms(36, 49, 2.28),
  longitudeRef: 'E',
};

/** As it comes from a JPEG of the camera. */
function locationOf(fields: GpsFields, isLittleEndian?: boolean) {
  const jpeg = withExif(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), writeGpsExif(fields, isLittleEndian));
  return readExif(jpeg.buffer).location;
}

describe('readExif: location', () => {
  it.each([true, false])('reads degrees, minutes and seconds, little endian: %s', (isLittleEndian) => {
    const location = locationOf(nairobi, isLittleEndian);
    expect(location?.latitude).toBeCloseTo(-1.2865, 10);
    expect(location?.longitude).toBeCloseTo(36.8173, 10);
  });

  it.each<[string, Partial<GpsFields>, number, number]>([
    ['north and west', { latitudeRef: 'N', longitudeRef: 'W' }, 1.2865, -36.8173],
    ['lower case', { latitudeRef: 'n', longitudeRef: 'w' }, 1.2865, -36.8173],
    ['a blank first', { latitudeRef: ' S', longitudeRef: 'East' }, -1.2865, 36.8173],
    [
      'decimal degrees alone',
      {
        latitude: [
          [12_865, 10_000],
          [0, 1],
          [0, 1],
        ],
      },
      -1.2865,
      36.8173,
    ],
    [
      'decimal minutes',
      {
        latitude: [
          [1, 1],
          [1719, 100],
          [0, 1],
        ],
      },
      -1.2865,
      36.8173,
    ],
    ['60 seconds', { latitude: dms(1, 17, 60) }, -1.3, 36.8173],
    ['a fix that is being measured', { status: 'A' }, -1.2865, 36.8173],
    ['the equator', { latitude: dms(0, 0, 0) }, 0, 36.8173],
    ['the pole', { latitude: dms(90, 0, 0) }, -90, 36.8173],
    ['the 180th meridian', { longitude: dms(180, 0, 0), longitudeRef: 'W' }, -1.2865, -180],
  ])('reads %s', (_, fields, latitude, longitude) => {
    const location = locationOf({ ...nairobi, ...fields });
    expect(location?.latitude).toBeCloseTo(latitude, 10);
    expect(location?.longitude).toBeCloseTo(longitude, 10);
  });

  it.each<[string, Partial<GpsFields>]>([
    ['a receiver without a fix', { status: 'V' }],
    ['0, 0', { latitude: dms(0, 0, 0), longitude: dms(0, 0, 0) }],
    [
      '0 / 0',
      {
        latitude: [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      },
    ],
    [
      'seconds of 0 / 0',
      {
        latitude: [
          [1, 1],
          [17, 1],
          [0, 0],
        ],
      },
    ],
    [
      'degrees of 5 / 0',
      {
        latitude: [
          [5, 0],
          [17, 1],
          [0, 1],
        ],
      },
    ],
    ['no hemisphere', { latitudeRef: '' }],
    ['an unknown hemisphere', { longitudeRef: 'X' }],
    ['the hemisphere of the other one', { latitudeRef: 'E' }],
    ['91 degrees', { latitude: dms(91, 0, 0) }],
    ['90 degrees and a second', { latitude: dms(90, 0, 1) }],
    ['181 degrees', { longitude: dms(181, 0, 0) }],
    ['61 minutes', { latitude: dms(1, 61, 0) }],
    [
      'all bits set',
      {
        latitude: [
          [0xffffffff, 0xffffffff],
          [0xffffffff, 1],
          [0, 1],
        ],
      },
    ],
    [
      'two numbers',
      {
        latitude: [
          [1, 1],
          [17, 1],
        ],
      },
    ],
    ['one number', { latitude: [[1, 1]] }],
  ])('is null for %s', (_, fields) => {
    expect(locationOf({ ...nairobi, ...fields })).toBeNull();
  });

  it.each(Object.keys(nairobi))('is null without %s', (missing) => {
    expect(locationOf(Object.fromEntries(Object.entries(nairobi).filter(([name]) => name !== missing)))).toBeNull();
  });

  it('leaves time and turn as they are', () => {
    const jpeg = withExif(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), writeGpsExif(nairobi));
    expect(readExif(jpeg.buffer)).toMatchObject({ capturedAt: null, orientation: 1 });
  });
});

const PHOTOS = '../shared/photos/open';

describe.skipIf(!existsSync(PHOTOS))('real photos', () => {
  it('hold possible positions or none', () => {
    const files = readdirSync(PHOTOS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const located = files.flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      const { location } = readExif(Uint8Array.from(bytes).buffer);
      return location === null ? [] : [{ name, ...location }];
    });
    console.log(`positions: ${located.length} of ${files.length} photos`, located);
    expect(files.length).toBeGreaterThan(0);
    for (const { latitude, longitude } of located) {
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    }
    // A sage-grouse in Owyhee County, Idaho: 42° 56' 47" N, 116° 31' 23" W.
    const grouse = located.find(({ name }) => name === 'failure-sage-grouse-raw.jpg');
    expect(grouse?.latitude).toBeCloseTo(42.946389, 6);
    expect(grouse?.longitude).toBeCloseTo(-116.523056, 6);
  });
});
