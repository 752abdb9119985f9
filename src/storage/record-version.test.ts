import { describe, expect, it } from 'vitest';
import { upgradeAttachmentHeader, upgradeAttachmentPage } from './attachment-store';
import { upgradeDownload } from './download-store';
import { upgradeCounts } from './fact-store';
import { upgradeFactPage } from './fact-pages';
import { upgradeFact } from './fact-record';
import { upgradeManifest } from './file-store';
import { upgradeLabelUse, upgradeNameLists, upgradeNames, upgradeOwnLabels } from './label-store';
import { upgradeListingPage } from './listing-page';
import { upgradePackage } from './package-records';
import { upgradePreview, upgradeSizes } from './preview-store';
import { upgradeReviewChanges, upgradeReviewCopy, upgradeReviewCopyPage } from './review-copy';
import { upgradeReview, upgradeReviewAct, upgradeReviewHistory, upgradeReviewPage } from './review-store';
import { upgradeQueue } from './queue-store';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { upgradeSettings } from './settings-store';
import { upgradeHandle, upgradeSurvey } from './survey-store';
import { upgradeVectorBytes, upgradeVectors } from './vector-store';

/** One stored record of every version that was ever written. Add to it; never change one. */
const examples = [
  {
    name: 'vectors of crops',
    upgrade: upgradeVectors,
    saved: [
      {
        version: 1,
        filepath: 'A/1.jpg',
        mark: '0:3:0.98',
        keys: ['0', 'box0'],
        bytes: new Int8Array([127, -3, 0, 5, 64, -127]).buffer,
      },
    ],
  },
  { name: 'bytes of vectors', upgrade: upgradeVectorBytes, saved: [{ version: 1, bytes: 6 }] },
  {
    name: 'review',
    upgrade: upgradeReview,
    saved: [
      {
        version: 1,
        review: {
          filepath: 'A/1.jpg',
          observations: [
            {
              label: 'f;mammalia;carnivora;canidae;vulpes;vulpes;red fox',
              count: 2,
              sex: 'female',
              lifeStage: 'adult',
              behavior: 'runs',
              individual: '',
            },
          ],
          boxes: [{ bbox: [0.1, 0.1, 0.5, 0.5], category: '1', label: null, from: 0 }],
          isFlagged: true,
          isStarred: false,
          note: 'limps',
          by: 'Ada',
          at: 1_700_000_000_000,
        },
      },
    ],
  },
  {
    name: 'history of reviews',
    upgrade: upgradeReviewHistory,
    saved: [
      { version: 1, done: 3, undone: 1 },
      { version: 2, done: 3, undone: 1, revision: 8 },
    ],
  },
  {
    name: 'act of a review',
    upgrade: upgradeReviewAct,
    saved: [{ version: 1, deed: 'confirm', by: 'Ada', at: 1_700_000_000_000, pages: 1 }],
  },
  { name: 'copy of reviews', upgrade: upgradeReviewCopy, saved: [{ version: 1, revision: 8, pages: 1 }] },
  {
    name: 'page of a copy of reviews',
    upgrade: upgradeReviewCopyPage,
    saved: [
      {
        version: 1,
        packed: {
          filepaths: ['A/1.jpg'],
          times: Float64Array.of(1_700_000_000_000),
          said: Uint32Array.of(0),
          sayings: [{ observations: null, boxes: null, isFlagged: true, isStarred: false, note: 'limps', by: 'Ada' }],
          others: [],
        },
      },
    ],
  },
  {
    name: 'images changed since a copy',
    upgrade: upgradeReviewChanges,
    saved: [{ version: 1, filepaths: ['A/1.jpg'] }],
  },
  {
    name: 'page of an act',
    upgrade: upgradeReviewPage,
    saved: [{ version: 1, changes: [{ filepath: 'A/1.jpg', before: null, after: null }] }],
  },
  {
    name: 'model file manifest',
    upgrade: upgradeManifest,
    saved: [{ version: 1, sha256: 'a'.repeat(64), size: 20_000_000, chunks: 3 }],
  },
  {
    name: 'download',
    upgrade: upgradeDownload,
    saved: [
      {
        version: 1,
        id: 'megadetector-v5a.0.1',
        name: 'MegaDetector v5a.0.1',
        download: 0,
        startedAt: 1_700_000_000_000,
        files: [
          {
            url: 'forest/md_v5a.0.1.pt',
            name: 'md_v5a.0.1.pt',
            etag: '"1"',
            size: 20_000_000,
            pieces: 1,
            bytes: 8_388_608,
            isComplete: false,
          },
        ],
      },
    ],
  },
  {
    name: 'model package',
    upgrade: upgradePackage,
    saved: [
      {
        version: 1,
        isInstalled: true,
        modelPackage: {
          id: 'b'.repeat(64),
          name: 'forest-1',
          version: 'forest-1',
          type: 'always_crop',
          isDemo: false,
          addedAt: 1_700_000_000_000,
          files: [{ role: 'info', name: 'info.json', size: 200, sha256: 'c'.repeat(64) }],
          detector: null,
          classifier: null,
          counts: { labels: 3, taxa: 7, geofencedTaxa: 2 },
          notes: [],
        },
      },
      {
        version: 2,
        isInstalled: true,
        modelPackage: {
          id: 'b'.repeat(64),
          name: 'forest-1',
          version: 'forest-1',
          type: 'always_crop',
          isDemo: false,
          addedAt: 1_700_000_000_000,
          files: [
            { role: 'info', name: 'info.json', size: 200, sha256: 'c'.repeat(64), md5: null },
            { role: 'detector', name: 'md.onnx', size: 700_000, sha256: 'd'.repeat(64), md5: 'e'.repeat(32) },
            { role: 'detector-weights', name: 'md.pt', size: 280_000_000, sha256: 'f'.repeat(64), md5: '0'.repeat(32) },
          ],
          missingDetector: null,
          importer: '1',
          selfTests: [
            {
              backend: 'wasm',
              verdict: 'passed',
              detail: '',
              difference: null,
              milliseconds: 812.5,
              testedAt: 1_700_000_000_000,
            },
          ],
          detector: {
            layout: 'yolov5-heads',
            inputName: 'images',
            inputType: 'float32',
            outputType: 'float32',
            inputSize: { longSide: 640, stride: 32 },
            categories: ['1', '2', '3'],
            classSource: 'names',
            levels: [
              {
                outputName: 'head0',
                stride: 8,
                anchors: [
                  [10, 13],
                  [16, 30],
                  [33, 23],
                ],
              },
            ],
          },
          classifier: null,
          counts: { labels: 3, taxa: 7, geofencedTaxa: 2 },
          notes: [],
        },
      },
    ],
  },
  {
    name: 'survey',
    upgrade: upgradeSurvey,
    saved: [
      {
        version: 1,
        rootName: 'DCIM',
        deletedAt: null,
        survey: {
          id: 's1',
          name: 'DCIM',
          isDemo: false,
          createdAt: 1_700_000_000_000,
          changedAt: 1_700_000_000_000,
          settings: {
            packageId: 'b'.repeat(64),
            mode: 'species',
            place: { country: 'KEN', admin1Region: null },
            geofence: true,
          },
          state: 'stopped',
          counts: { listed: 12, done: 0, failed: 0 },
        },
      },
      {
        version: 2,
        rootName: 'DCIM',
        deletedAt: null,
        survey: {
          id: 's1',
          name: 'DCIM',
          isDemo: false,
          createdAt: 1_700_000_000_000,
          changedAt: 1_700_000_000_000,
          settings: {
            packageId: 'b'.repeat(64),
            mode: 'species',
            speciesPer: 'animal',
            targetSpecies: [],
            place: { country: 'KEN', admin1Region: null },
            placeFromCoordinates: true,
            folderPlaces: [{ folder: 'ridge', place: { country: 'TZA', admin1Region: null } }],
            geofence: true,
            ownGeofence: [{ taxon: 'mammalia;carnivora;felidae;;', rule: 'block', country: 'KEN', admin1Region: null }],
            rollup: true,
            events: { gapSeconds: 60, camera: 'camera-folder' },
            smoothing: 'off',
          },
          extraLabels: [],
          state: 'stopped',
          counts: { listed: 12, done: 0, failed: 0 },
        },
      },
    ],
  },
  {
    name: 'header of an attachment',
    upgrade: upgradeAttachmentHeader,
    saved: [{ version: 1, header: { fileName: 'instances.json' } }],
  },
  {
    name: 'page of an attachment',
    upgrade: upgradeAttachmentPage,
    saved: [{ version: 1, items: [{ filepath: 'a/1.jpg', country: 'KEN' }] }],
  },
  {
    name: 'folder handle',
    upgrade: upgradeHandle,
    saved: [{ version: 1, handle: { kind: 'directory', name: 'DCIM' } }],
  },
  {
    name: 'page of a listing',
    upgrade: upgradeListingPage,
    saved: [
      { version: 1, images: [{ filepath: 'a/1.jpg', size: 5, lastModified: 1_700_000_000_000 }] },
      {
        version: 2,
        filepaths: ['a/1.jpg'],
        sizes: Float64Array.of(5),
        modified: Float64Array.of(1_700_000_000_000),
      },
    ],
  },
  {
    name: 'fact',
    upgrade: upgradeFact,
    saved: [
      {
        version: 1,
        inference: {
          filepath: 'a/1.jpg',
          size: { width: 2048, height: 1536 },
          capturedAt: '2024-05-06T07:08:09',
          detections: [{ category: '1', label: 'animal', conf: 0.9375, bbox: [0.1, 0.2, 0.3, 0.4] }],
          crops: { '0': { classes: [4, 2], scores: [0.75, 0.25] } },
          failures: [],
          problem: null,
        },
      },
    ],
  },
  { name: 'counts of facts', upgrade: upgradeCounts, saved: [{ version: 1, done: 12, failed: 1 }] },
  {
    name: 'preview',
    upgrade: upgradePreview,
    saved: [{ version: 1, mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2]).buffer }],
  },
  { name: 'sizes of previews', upgrade: upgradeSizes, saved: [{ version: 1, bytes: 15_000 }] },
  {
    name: 'settings',
    upgrade: upgradeSettings,
    saved: [
      {
        version: 1,
        settings: {
          theme: 'dark',
          place: { country: 'USA', admin1Region: 'CA' },
          geofence: true,
          packageId: null,
          backend: 'auto',
          threads: null,
        },
      },
    ],
  },
  {
    name: 'own labels',
    upgrade: upgradeOwnLabels,
    saved: [
      {
        version: 1,
        ownLabels: [
          {
            id: '6f776e6c-3c52-8d11-9a40-1f2e3d4c5b6a',
            taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
            name: 'melanistic red fox',
            isOffered: true,
          },
        ],
      },
    ],
  },
  {
    name: 'use of labels',
    upgrade: upgradeLabelUse,
    saved: [
      {
        version: 1,
        use: {
          favourites: ['u;aves;;;;;bird'],
          used: [{ label: 'u;aves;;;;;bird', count: 3 }],
          digits: ['u;aves;;;;;bird', null, null, null, null, null, null, null, null],
        },
      },
    ],
  },
  {
    name: 'tables of names',
    upgrade: upgradeNameLists,
    saved: [{ version: 1, lists: [{ id: 'n1', language: 'de', fileName: 'namen.csv', count: 1 }], shown: 'n1' }],
  },
  {
    // Begins with version 2: see fact-pages.ts.
    name: 'page of facts',
    upgrade: upgradeFactPage,
    saved: [
      { version: 1, facts: [] },
      { version: 2, facts: [] },
      { version: 3, packed: null, facts: [] },
    ],
  },
  {
    name: 'queue of surveys',
    upgrade: upgradeQueue,
    saved: [
      {
        version: 1,
        queue: {
          current: 's2',
          waiting: ['s3', 's4'],
          ended: [{ surveyId: 's1', name: 'DCIM', reason: null, done: 12, failed: 1 }],
          isHeld: false,
        },
      },
    ],
  },
  {
    name: 'names of a table',
    upgrade: upgradeNames,
    saved: [{ version: 1, names: [{ taxon: 'vulpes vulpes', name: 'Rotfuchs' }] }],
  },
] as const;

describe.each(examples)('$name', ({ upgrade, saved }) => {
  it('reads every version that was ever written', () => {
    saved.forEach((record, index) => {
      expect(record.version).toBe(index + 1);
      expect(Object.keys(upgrade(record)).sort()).toEqual(Object.keys(saved.at(-1)!).sort());
    });
    // The newest version has an example here.
    expect(upgrade(saved.at(-1))).toEqual(saved.at(-1));
    expect(() => upgrade({ version: saved.length + 1 })).toThrow(expect.objectContaining({ code: 'storage-newer' }));
  });

  it.each([undefined, null, 'text', {}, { version: 0 }, { version: '1' }, { version: 1.5 }])('refuses %j', (record) => {
    expect(() => upgrade(record)).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
  });
});

describe('a package of version 1', () => {
  const first = {
    version: 1,
    isInstalled: true,
    modelPackage: {
      id: 'p',
      classifier: { outputName: 'logits' },
      files: [{ role: 'info', name: 'info.json', size: 200, sha256: 'c'.repeat(64) }],
    },
  };

  it('has no facts of later versions, and its classifier no embedding', () => {
    expect(upgradePackage(first).modelPackage).toEqual({
      id: 'p',
      files: [{ role: 'info', name: 'info.json', size: 200, sha256: 'c'.repeat(64), md5: null }],
      classifier: { outputName: 'logits', embedding: null },
      missingDetector: null,
      importer: null,
      selfTests: [],
    });
  });
});

describe('upgradeRecord', () => {
  const form: RecordForm = {
    name: 'example',
    steps: [(old) => ({ ...old, version: 2, colour: 'red' }), (old) => ({ ...old, version: 3, size: 1 })],
  };

  it('takes only the steps that are missing', () => {
    expect(versionOf(form)).toBe(3);
    expect(upgradeRecord({ version: 1 }, form)).toEqual({ version: 3, colour: 'red', size: 1 });
    expect(upgradeRecord({ version: 2, colour: 'blue' }, form)).toEqual({ version: 3, colour: 'blue', size: 1 });
    expect(upgradeRecord({ version: 3, size: 9 }, form)).toEqual({ version: 3, size: 9 });
  });
});
