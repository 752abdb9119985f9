import { describe, expect, it } from 'vitest';
import type { AnimalConclusion } from '../conclude-animal';
import type { Detection } from '../detection';
import type { Inference } from '../inference';
import { createMdClassTable } from './md-class-table';
import { DEFAULT_MD_IMAGE_OPTIONS, mdFailureOf, mdImageOf } from './md-image';

const FOX = 'u-1;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const OTHER_FOX = 'u-2;mammalia;carnivora;canidae;vulpes;pallida;red fox';
const NAMELESS = 'u-3;mammalia;rodentia;muridae;;;';

function box(conf: number, xMin: number): Detection {
  return { category: '1', label: 'animal', conf: Math.fround(conf), bbox: [xMin, 0, 0.5, 0.5] };
}

function imageOf(facts: Partial<Inference>): Inference {
  return {
    filepath: 'a.jpg',
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [],
    crops: {},
    failures: [],
    problem: null,
    ...facts,
  };
}

function animal(label: string, raw: readonly string[]): AnimalConclusion {
  return { label, score: 0.75, source: 'classifier', raw: { classes: raw, scores: raw.map(() => 0.25) } };
}

describe('mdImageOf', () => {
  it('has the highest written conf first; of equals the weakest, as the package', () => {
    const inference = imageOf({
      detections: [box(0.875, 0), box(0.2009, 0.1), box(0.2001, 0.2), box(0.0109, 0.3)],
      faintDetections: [box(0.0099, 0.4), box(0.0097, 0.5)],
    });
    const { detections } = mdImageOf(
      { inference, animals: null, rejected: null },
      createMdClassTable(),
      DEFAULT_MD_IMAGE_OPTIONS,
    );
    expect(detections?.map(({ conf, bbox }) => [conf, bbox[0]])).toEqual([
      [0.875, 0],
      [0.2, 0.2],
      [0.2, 0.1],
      [0.01, 0.3],
      [0.009, 0.5],
      [0.009, 0.4],
    ]);
  });

  it('gives ids in the order of writing, the conclusion before the raw classes', () => {
    const table = createMdClassTable();
    const inference = imageOf({ detections: [box(0.2009, 0), box(0.2001, 0)] });
    const animals = [animal(FOX, [FOX, OTHER_FOX, NAMELESS]), animal(NAMELESS, [OTHER_FOX])];
    const options = { ...DEFAULT_MD_IMAGE_OPTIONS, isRawWritten: true };
    const { detections } = mdImageOf({ inference, animals, rejected: null }, table, options);
    expect(detections?.map(({ classifications, raw_classifications: raw }) => [classifications, raw])).toEqual([
      [[['0', 0.75]], [['1', 0.25]]],
      [
        [['1', 0.75]],
        [
          ['1', 0.25],
          ['1', 0.25],
        ],
      ],
    ]);
    expect([...table.names]).toEqual([
      ['0', 'muridae family'],
      ['1', 'red fox'],
    ]);
    // The first taxon of a common name gives the description.
    expect(table.descriptions.get('1')).toBe(OTHER_FOX);
  });
});

describe('mdFailureOf', () => {
  const gone = { detections: null, failures: ['CLASSIFIER', 'DETECTOR'] } as const;
  it.each([
    [{ ...gone, problem: { code: 'file-missing', detail: '' } } as const, 'image access failure'],
    [{ ...gone, problem: { code: 'detector-failed', detail: '' } } as const, 'inference failure'],
    [{ ...gone, problem: null }, 'image access failure'],
    [{ detections: null }, null], // no detector in this mode
    [{ failures: ['CLASSIFIER'], problem: { code: 'classifier-failed', detail: '' } } as const, null],
  ])('%j: %s', (facts, failure) => expect(mdFailureOf(imageOf(facts))).toBe(failure));
});
