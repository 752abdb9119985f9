import { expect, it } from 'vitest';
import { finishPieces } from '../domain/finish-pieces';
import type { Inference } from '../domain/inference';
import { lackingAnimals } from './lacking-animals';

const SCORES = { classes: [0], scores: [0.9] };
const image = (filepath: string, crops: Inference['crops'], part: Partial<Inference> = {}): Inference => ({
  filepath,
  size: { width: 100, height: 100 },
  capturedAt: null,
  detections: [
    { category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 0.5, 0.5] },
    { category: '1', label: 'animal', conf: 0.05, bbox: [0, 0, 0.5, 0.5] },
  ],
  crops,
  failures: [],
  problem: null,
  ...part,
});

const IMAGES = [
  image('named.jpg', { '0': SCORES, box0: SCORES }),
  image('unnamed.jpg', { '0': SCORES }),
  null,
  image('empty.jpg', { image: SCORES }, { detections: [] }),
  image('imported.jpg', { '0': SCORES }, { isImported: true }),
  image('failed.jpg', {}, { failures: ['CLASSIFIER'] }),
];

it.each([
  ['species', 'animal', 'always_crop', ['unnamed.jpg']],
  ['classify-detections', 'animal', 'always_crop', ['unnamed.jpg']],
  ['species', 'image', 'always_crop', []],
  ['species', 'animal', 'full_image', []],
  ['detections', 'animal', 'always_crop', []],
] as const)('%s for every %s with %s lack %j', (mode, speciesPer, type, lacking) => {
  const found = finishPieces(lackingAnimals(IMAGES, { mode, speciesPer, type }));
  expect(found.map(({ filepath }) => filepath)).toEqual(lacking);
});
