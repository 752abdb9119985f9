import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../test/read-json';
import type { ModelPackage, PackageFile } from './model-package';
import { parsePublishedResults } from './parse-published-results';
import { identifyPhoto, publishedFor, type PublishedDetections } from './published-results';

const ROOT = resolve(import.meta.dirname, '../..');
const results = parsePublishedResults(readJson(resolve(ROOT, 'public/models/published-results.json')));

const V5A0 = 'ec1d7603ec8cf642d6e0cd008ba2be8c';
const V5A1 = '60f8e7ec1308554df258ed1f4040bc4f';
const V5B0 = 'bc235e73f53c5c95e66ea0d1b2cbf542';

const fileWith = (role: PackageFile['role'], md5: string | null): PackageFile => ({
  role,
  name: role,
  size: 1,
  sha256: '',
  md5,
});

/** A package around a detector; with labels it has a classifier too. */
function packageOf(change: {
  readonly files?: readonly PackageFile[];
  readonly version?: string;
  readonly labels?: number;
  readonly type?: ModelPackage['type'];
  readonly hasDetector?: boolean;
}): ModelPackage {
  const { files = [], version = '', labels = 0, type = 'always_crop', hasDetector = true } = change;
  return {
    id: 'package',
    name: 'package',
    version,
    type,
    isDemo: false,
    addedAt: 0,
    files,
    missingDetector: null,
    importer: null,
    selfTests: [],
    detector: hasDetector ? ({} as ModelPackage['detector']) : null,
    classifier: labels > 0 ? ({} as ModelPackage['classifier']) : null,
    counts: { labels, taxa: 0, geofencedTaxa: 0 },
    notes: [],
  };
}

describe('which sets speak of a package', () => {
  it.each([
    ['the file itself', [fileWith('detector', V5A0)], [['megadetector-v5a', 'checksum', 'v5a.0.0', false]]],
    [
      'the weights beside the network',
      [fileWith('detector', null), fileWith('detector-weights', V5A0)],
      [['megadetector-v5a', 'checksum', 'v5a.0.0', false]],
    ],
    [
      'v5a.0.1 takes v5a.0.0 for its own',
      [fileWith('detector-weights', V5A1)],
      [['megadetector-v5a', 'checksum', 'v5a.0.1', true]],
    ],
    ['v5b has other weights', [fileWith('detector-weights', V5B0)], []],
    ['a file without a checksum', [fileWith('detector', null)], []],
    ['the checksum of another role', [fileWith('classifier', V5A0)], []],
  ])('a detector by its checksum: %s', (_name, files, expected) => {
    const applied = publishedFor(packageOf({ files }), results);
    expect(applied.map(({ set, by, version, isInferred }) => [set.id, by, version, isInferred])).toEqual(expected);
  });

  it.each([
    [{ version: '4.0.2a', labels: 2498 }, false],
    [{ version: '4.0.1a', labels: 2498 }, true],
    [{ version: '4.0.3a', labels: 2498 }, true],
  ])('a classifier by its version: %o', (change, isInferred) => {
    const applied = publishedFor(packageOf(change), results);
    expect(applied.map(({ set }) => set.id)).toEqual(['speciesnet-top-1', 'speciesnet-4.0.2a']);
    for (const known of applied) expect(known).toMatchObject({ by: 'version', version: change.version, isInferred });
  });

  it.each([
    [{ version: '4.0.2a', labels: 2497 }],
    [{ version: '4.0.0a', labels: 2498 }],
    [{ version: '4.0.2b', labels: 2498 }],
    [{ version: '4.0.2a', labels: 2498, type: 'full_image' as const }],
    [{ version: '4.0.2a', labels: 2498, hasDetector: false }],
    [{ version: '4.0.2a' }],
  ])('no classifier results for %o', (change) => {
    expect(publishedFor(packageOf(change), results)).toEqual([]);
  });
});

describe('photos are known by their bytes', () => {
  const [photo] = results.photos.files;
  const unknown = '0'.repeat(64);
  it.each([
    ['renamed', { name: 'IMG_0001.JPG', sha256: photo!.sha256 }, { kind: 'reference', photo }],
    ['under its own name', { name: photo!.name, sha256: photo!.sha256 }, { kind: 'reference', photo }],
    ['altered', { name: photo!.name, sha256: unknown }, { kind: 'altered', name: photo!.name }],
    ['something else', { name: 'IMG_0001.JPG', sha256: unknown }, { kind: 'other' }],
  ])('%s', (_name, file, expected) => expect(identifyPhoto(results.photos, file)).toEqual(expected));
});

describe('reading', () => {
  const hash = 'a'.repeat(64);
  const photos = { repository: 'a/b', folder: 'c', licence: 'MIT', files: [{ name: 'x.jpg', size: 1, sha256: hash }] };
  const head = { id: 'set', name: 'Set', source: { repository: 'a/b', file: 'c.py' } };
  const detections = { kind: 'detections', ...head, models: [], minConf: 0.01, photos: [] as unknown[] };
  const classes = { kind: 'classes', ...head, versions: [], labels: 2, photos: [] as unknown[] };
  const read = (...sets: readonly unknown[]) => parsePublishedResults({ format: 1, photos, sets });
  const box = { category: '1', conf: 0.5, bbox: [0, 0, 1, 1] };

  it('puts the best box first', () => {
    const weak = { ...box, conf: 0.2 };
    const [set] = read({ ...detections, photos: [{ file: 'x.jpg', detections: [weak, box] }] }).sets;
    expect((set as PublishedDetections).photos[0]!.detections).toEqual([box, weak]);
  });

  it.each([
    [{ ...detections, kind: 'boxes' }, 'sets[0].kind: expected detections or classes, got "boxes"'],
    [{ ...detections, minConf: 2 }, 'sets[0].minConf: expected a number from 0 to 1, got 2'],
    [
      { ...detections, models: [{ version: '1', isInferred: false, md5: 'ABC' }] },
      'sets[0].models[0].md5: expected 32 digits of lower-case hex, got "ABC"',
    ],
    [
      { ...detections, models: [{ version: '1', md5: 'a'.repeat(32) }] },
      'sets[0].models[0].isInferred: expected true or false, got nothing',
    ],
    [
      { ...detections, photos: [{ file: 'y.jpg', detections: [] }] },
      'sets[0].photos[0].file: expected the name of one of the photos, got "y.jpg"',
    ],
    [
      { ...detections, photos: [{ file: 'x.jpg', detections: [{ ...box, category: '4' }] }] },
      'sets[0].photos[0].detections[0].category: expected "1", "2" or "3", got "4"',
    ],
    [
      { ...detections, photos: [{ file: 'x.jpg', detections: [{ ...box, bbox: [0, 0, 1] }] }] },
      'sets[0].photos[0].detections[0].bbox: expected 4 numbers from 0 to 1, got 3',
    ],
    [
      { ...detections, photos: [{ file: 'x.jpg', detections: [{ ...box, bbox: [0, 0, 1, '1'] }] }] },
      'sets[0].photos[0].detections[0].bbox[3]: expected a number from 0 to 1, got text',
    ],
    [
      { ...classes, photos: [{ file: 'x.jpg', box: null, label: 'dog', score: 1 }] },
      'sets[0].photos[0].label: expected 7 parts separated by ";", got 1: "dog"',
    ],
    [{ ...classes, labels: 1.5 }, 'sets[0].labels: expected a whole number, got 1.5'],
  ])('%# is refused with its place', (set, message) => {
    expect(() => read(set)).toThrow(`published-results.json: ${message}`);
  });

  it('another format is refused', () => {
    expect(() => parsePublishedResults({ format: 2, photos, sets: [] })).toThrow('format: expected 1, got 2');
  });
});

interface SharedFacts {
  readonly images: { readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>> };
  readonly megadetectorV5a: {
    readonly expected: readonly { readonly file: string; readonly detections: readonly { readonly conf: number }[] }[];
  };
  readonly speciesnetTop1: {
    readonly expected: readonly {
      readonly file: string;
      readonly cropBoxes: readonly (readonly number[])[];
      readonly label: string;
    }[];
  };
}

const shared = resolve(ROOT, '../shared/checkpoints/published/published-results.json');

describe.skipIf(!existsSync(shared))('the facts as they were collected (../shared/checkpoints/published)', () => {
  const facts = readJson(shared) as SharedFacts;
  const [boxes, top1, scores] = results.sets;

  it('has all photos', () => {
    const files = Object.entries(facts.images.files).map(([name, { bytes, sha256 }]) => ({
      name,
      size: bytes,
      sha256,
    }));
    expect(results.photos.files).toEqual(files);
    expect(files).toHaveLength(14);
  });

  it('has all boxes', () => {
    const expected = facts.megadetectorV5a.expected.map(({ file, detections }) => ({
      file,
      detections: detections.toSorted((a, b) => b.conf - a.conf),
    }));
    expect(boxes!.photos).toEqual(expected);
  });

  it('has all labels', () => {
    expect(top1!.photos).toEqual(
      facts.speciesnetTop1.expected.map(({ file, cropBoxes, label }) => ({
        file,
        box: cropBoxes[0] ?? null,
        label,
        score: null,
      })),
    );
    expect(scores!.photos).toHaveLength(10);
  });
});
