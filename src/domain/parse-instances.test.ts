import { describe, expect, it } from 'vitest';
import { parseInstances } from './parse-instances';

const empty = { country: null, admin1Region: null, latitude: null, longitude: null };

describe('parseInstances', () => {
  it('keeps order and duplicates, and turns backslashes', () => {
    const file = { instances: [{ filepath: 'b\\c\\2.jpg' }, { filepath: 'a.jpg' }, { filepath: 'a.jpg' }] };
    expect(parseInstances(file).map(({ filepath }) => filepath)).toEqual(['b/c/2.jpg', 'a.jpg', 'a.jpg']);
  });

  it.each([
    [{}, empty],
    [{ country: null, latitude: null, extra: [1] }, empty],
    [
      { country: '', admin1_region: '' },
      { ...empty, country: '', admin1Region: '' },
    ],
    [
      { country: 'USA', admin1_region: 'CA', latitude: 0, longitude: -180 },
      { country: 'USA', admin1Region: 'CA', latitude: 0, longitude: -180 },
    ],
    [{ latitude: 90 }, { ...empty, latitude: 90 }],
  ])('reads %j', (place, parsed) => {
    expect(parseInstances({ instances: [{ filepath: 'a.jpg', ...place }] })).toEqual([
      { filepath: 'a.jpg', ...parsed },
    ]);
  });

  it.each<[unknown, string]>([
    [[], 'instances file: expected an object, got a list'],
    [{}, 'instances: expected a list, got nothing'],
    [{ instances: {} }, 'instances: expected a list, got an object'],
    [{ instances: [null] }, 'instances[0]: expected an object, got null'],
    [{ instances: [{}] }, 'instances[0]: filepath: expected text, got nothing'],
    [{ instances: [{ filepath: '' }] }, 'instances[0]: filepath: expected a path, got empty text'],
    [
      { instances: [{ filepath: 'x'.repeat(9000) }] },
      'instances[0]: filepath: expected at most 8192 characters, got 9000',
    ],
    [{ instances: [{ filepath: 'a', country: 840 }] }, 'instances[0]: country: expected text, got number'],
    [
      { instances: [{ filepath: 'a', admin1_region: 'A'.repeat(300) }] },
      'instances[0]: admin1_region: expected at most 256 characters, got 300',
    ],
    [
      { instances: [{ filepath: 'a' }, { filepath: 'b', latitude: 91.5 }] },
      'instances[1]: latitude: expected a number from -90 to 90, got 91.5',
    ],
    [
      { instances: [{ filepath: 'a', longitude: NaN }] },
      'instances[0]: longitude: expected a number from -180 to 180, got NaN',
    ],
    [
      { instances: [{ filepath: 'a', longitude: '12' }] },
      'instances[0]: longitude: expected a number from -180 to 180, got text',
    ],
    [{ instances: new Array(2_000_001) }, 'instances: expected at most 2000000 entries, got 2000001'],
  ])('refuses file %#', (file, message) => {
    expect(() => parseInstances(file)).toThrow(expect.objectContaining({ name: 'ParseError', message }));
  });
});
