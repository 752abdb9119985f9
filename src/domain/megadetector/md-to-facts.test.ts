import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { createLabelNumbers } from '../imported-inference';
import type { MdDetection, MdImage, MdResults } from './md-results';
import { mdInference, usableMdImages } from './md-to-facts';

const FOX = 'f1;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const BBOX = [0.1, 0.2, 0.3, 0.4] as const;

const resultsOf = (images: readonly MdImage[]): MdResults => ({
  info: { format_version: '1.6' },
  detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle', '4': 'drone' },
  classification_categories: { '0': 'red fox', '1': 'deer; roe', '2': 'bear' },
  classification_category_descriptions: { '0': `${FOX}|other`, '2': 'mammalia;carnivora;ursidae;;' },
  images,
});
const imagesOf = (...images: readonly MdImage[]) => finishPieces(usableMdImages(resultsOf(images)));
const box = (part: Partial<MdDetection>): MdDetection => ({ category: '1', conf: 0.5, bbox: BBOX, ...part });

describe('usableMdImages', () => {
  it('names the categories as SpeciesNet does, and leaves out removed repeats and what nobody knows', () => {
    const detections = [
      box({ conf: 0.3 }),
      box({ conf: -0.9 }),
      box({ category: '2', conf: 0.8 }),
      box({ category: '4' }),
    ];
    expect(imagesOf({ file: 'a\\b.jpg', detections })).toEqual([
      {
        filepath: 'a/b.jpg',
        hasFailed: false,
        detections: [
          { category: '2', label: 'human', conf: 0.8, bbox: BBOX },
          { category: '1', label: 'animal', conf: 0.3, bbox: BBOX },
        ],
        classes: [null, null],
      },
    ]);
  });

  it.each([
    ['0', FOX],
    ['1', ';;;;;;deer, roe'],
    ['2', ';mammalia;carnivora;ursidae;;;bear'],
    ['7', ';;;;;;7'],
  ])('reads class %s as %s', (id, label) => {
    const [image] = imagesOf({ file: 'a.jpg', detections: [box({ classifications: [[id, 0.7]] })] });
    expect(image?.classes).toEqual([{ label, score: 0.7 }]);
  });

  it('takes nothing from an image that failed', () => {
    const [image] = imagesOf({ file: 'a.jpg', failure: 'inference failure', detections: [box({})] });
    expect(image).toEqual({ filepath: 'a.jpg', hasFailed: true, detections: [], classes: [] });
  });

  it('says which image has neither boxes nor a failure', () => {
    expect(() => imagesOf({ file: 'a.jpg', detections: [] }, { file: 'b.jpg' })).toThrow('images[1].detections');
  });
});

describe('mdInference', () => {
  const detections = [
    box({ conf: 0.4, classifications: [['1', 0.6]] }),
    box({ conf: 0.9, classifications: [['0', 0.7]] }),
    box({ conf: 0.1 }),
  ];
  const image = imagesOf({ file: 'a.jpg', detections })[0]!;

  it('keeps the class of each box, and that of the best for the image', () => {
    const numbers = createLabelNumbers([FOX], []);
    const facts = mdInference(image, { packageType: 'always_crop', mode: 'species' }, numbers);
    const fox = { classes: [0], scores: [0.7] };
    expect(facts.crops).toEqual({ '0': fox, box0: fox, box1: { classes: [1], scores: [0.6] } });
    expect(facts.detections?.map(({ conf }) => conf)).toEqual([0.9, 0.4, 0.1]);
    expect([facts.failures, facts.isImported]).toEqual([[], true]);
    expect(numbers.extraLabels()).toEqual([';;;;;;deer, roe']);
  });

  it('lets no box speak for the image where the package looks at whole images', () => {
    const facts = mdInference(image, { packageType: 'full_image', mode: 'species' }, createLabelNumbers([], []));
    expect(Object.keys(facts.crops)).toEqual(['box0', 'box1']);
  });
});
