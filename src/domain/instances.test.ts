import { describe, expect, it } from 'vitest';
import { prepareInstances, type InstanceSources } from './instances';

const FILES = {
  paths: ['d/a.jpg', 'd/b.txt'],
  readText: (path: string) =>
    path === 'i.json' ? '{"instances": [{"filepath": "x.jpg", "note": 1}], "more": 2}' : ' x y.jpg \r\n\n',
};

describe('prepareInstances', () => {
  it.each<[InstanceSources, unknown]>([
    [{ filepaths: ['b', 'a', 'b'] }, { instances: [{ filepath: 'b' }, { filepath: 'a' }, { filepath: 'b' }] }],
    [{ filepathsTxt: 'f.txt' }, { instances: [{ filepath: 'x y.jpg' }, { filepath: '' }] }],
    [{ folders: ['d'] }, { instances: [{ filepath: 'd/a.jpg' }] }],
    [{ instancesJson: 'i.json' }, { instances: [{ filepath: 'x.jpg', note: 1 }], more: 2 }],
    [{ instancesJson: 'i.json', country: 'KEN' }, { instances: [{ filepath: 'x.jpg', note: 1, country: 'KEN' }] }],
    [{ filepaths: ['a'], admin1Region: 'CA' }, { instances: [{ filepath: 'a' }] }],
    [
      { filepaths: ['a'], country: 'USA', admin1Region: 'CA' },
      { instances: [{ filepath: 'a', country: 'USA', admin1_region: 'CA' }] },
    ],
  ])('%j', (sources, instances) => expect(prepareInstances(sources, FILES)).toStrictEqual(instances));

  it.each<[InstanceSources, string]>([
    [{ filepaths: [], instancesJson: '', instancesDict: {} }, 'instances: expected exactly one of'],
    [{ filepaths: ['a'], folders: ['d'] }, 'got filepaths, folders'],
    [{ instancesJson: 'f.txt' }, 'f.txt: expected JSON'],
    [{ instancesDict: { foo: 1 }, country: 'KEN' }, 'instances: expected a list, got nothing'],
    [{ instancesDict: { instances: [1] }, country: 'KEN' }, 'instances[0]: expected an object, got number'],
  ])('%j fails', (sources, message) => expect(() => prepareInstances(sources, FILES)).toThrow(message));
});
