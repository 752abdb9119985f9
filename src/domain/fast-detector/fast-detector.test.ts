import { describe, expect, it } from 'vitest';
import type { Detection } from '../detection';
import { findExportFormat } from '../formats';
import type { Inference } from '../inference';
import { chooseImages, FEWEST_IMAGES } from './choose-images';
import { agreementShare, compareDetectors } from './detector-agreement';
import { parseFactSpeed, type FactSpeed } from './fact-speed';
import type { FastDetectorRef } from './fast-detector';
import { secondLookImages } from './second-look';
import { detectorNameWithSpeed, metadataWithSpeed, summariseSpeed, versionWithSpeed } from './speed-summary';

const box = (conf: number, x = 0, label: Detection['label'] = 'animal'): Detection => ({
  category: label === 'animal' ? '1' : '2',
  label,
  conf,
  bbox: [x, 0, 0.4, 0.4],
});
const fast: FastDetectorRef = { way: 'int8', name: 'md_v5a.0.0.pt (int8)', sha256: 'a'.repeat(64), agreement: 0.98 };
const FAST: FactSpeed = { preset: 'fast', detector: fast };
const LOOKED: FactSpeed = { preset: 'second-look', first: { detector: fast, detections: [box(0.3)] } };
const fact = (filepath: string, detections: readonly Detection[] | null, speed?: FactSpeed): Inference => ({
  filepath,
  size: { width: 10, height: 10 },
  capturedAt: null,
  detections,
  crops: {},
  failures: [],
  problem: null,
  ...(speed !== undefined && { speed }),
});
const finish = <Value>(steps: Generator<unknown, Value>): Value => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

describe('compareDetectors', () => {
  it.each([
    ['the same boxes', [box(0.9)], [box(0.8)], { agreeing: 1, missed: 0, added: 0 }],
    ['nothing on both sides', [], [], { agreeing: 1 }],
    ['a box that is gone', [box(0.9)], [], { agreeing: 0, missed: 1, added: 0 }],
    ['a box that came', [], [box(0.9)], { agreeing: 0, missed: 0, added: 1 }],
    ['another category at one place', [box(0.9)], [box(0.9, 0, 'human')], { agreeing: 0, missed: 1, added: 1 }],
    ['another place', [box(0.9)], [box(0.9, 0.5)], { agreeing: 0, missed: 1, added: 1 }],
    ['below the threshold on one side, within the slack', [box(0.21)], [box(0.16)], { agreeing: 1, missed: 0 }],
    ['below the slack', [box(0.21)], [box(0.14)], { agreeing: 0, missed: 1 }],
    ['boxes that do not count', [box(0.19)], [], { agreeing: 1, missed: 0 }],
    ['a failure on one side', null, [], { agreeing: 0 }],
  ])('%s', (_name, reference, other, expected) => {
    expect(compareDetectors([{ reference, other }])).toMatchObject(expected);
  });

  it('counts over images, and tells the largest difference in conf of boxes that match', () => {
    const found = compareDetectors([
      { reference: [box(0.9), box(0.5, 0.5)], other: [box(0.7), box(0.45, 0.5)] },
      { reference: [], other: [] },
    ]);
    expect(found).toMatchObject({ images: 2, agreeing: 2, withBoxes: 1 });
    expect(found.largestConfDifference).toBeCloseTo(0.2, 9);
    expect(agreementShare(found)).toBe(1);
    expect(agreementShare({ images: 0, agreeing: 0 })).toBe(0);
  });
});

describe('chooseImages', () => {
  const images = (count: number) => Array.from({ length: count }, (_, index) => index);

  it.each([
    [12, 4, 8],
    [40, 10, 30],
    [64, 16, 48],
    [5000, 16, 48],
  ])('of %i takes %i for making and %i others for measuring', (count, calibrating, comparing) => {
    const chosen = chooseImages(images(count), true)!;
    expect(chosen.calibrating).toHaveLength(calibrating);
    expect(chosen.comparing).toHaveLength(comparing);
    expect(new Set([...chosen.calibrating, ...chosen.comparing]).size).toBe(calibrating + comparing);
    expect(Math.max(...chosen.comparing)).toBeGreaterThanOrEqual(count * 0.9); // spread to the end
  });

  it('needs enough of them', () => {
    expect(chooseImages(images(FEWEST_IMAGES - 1), true)).toBeNull();
    expect(chooseImages(images(8), false)).toEqual({ calibrating: [], comparing: images(8) });
    expect(chooseImages(images(7), false)).toBeNull();
  });
});

describe('secondLookImages', () => {
  const events = { eventIdOf: new Map(['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => [name, 'a1'] as const)) };
  const chosen = (facts: readonly (Inference | null)[], settled: readonly string[] = []) =>
    finish(secondLookImages(facts, events, (name) => settled.includes(name))).map(({ filepath }) => filepath);

  it('takes blank and weak answers of the fast detector in an event with animals, and no others', () => {
    const facts = [
      fact('a1', [box(0.9)], FAST), // sure
      fact('a2', [], FAST), // blank
      fact('a3', [box(0.4)], FAST), // weak
      fact('a4', [box(0.3)]), // the reference's answer
      fact('a5', [box(0.1)], LOOKED), // looked at already
      fact('lone', [box(0.3)], FAST), // an event by itself, with an animal
      fact('blank', [], FAST), // no animal anywhere near
      fact('person', [box(0.9, 0, 'human')], FAST),
      fact('failed', null, FAST),
      null,
    ];
    expect(chosen(facts)).toEqual(['a2', 'a3', 'lone']);
    expect(chosen(facts, ['a2'])).toEqual(['a3', 'lone']);
  });

  it('never touches a survey that the reference made', () => {
    expect(chosen([fact('a1', [box(0.9)]), fact('a2', []), fact('a3', [box(0.3)])])).toEqual([]);
  });
});

describe('what files say', () => {
  it('is nothing where the reference made all', () => {
    expect(summariseSpeed([fact('a', []), null])).toBeNull();
    expect(detectorNameWithSpeed('md_v5a.0.0.pt', null)).toBe('md_v5a.0.0.pt');
    expect(versionWithSpeed('4.0.2a', undefined)).toBe('4.0.2a');
    expect(versionWithSpeed('4.0.2a', LOOKED)).toBe('4.0.2a'); // the reference's answer stands
  });

  it('names the fast detector and never the official one', () => {
    const summary = summariseSpeed([fact('a', [], FAST), fact('b', [], LOOKED), fact('c', [])])!;
    expect(summary).toMatchObject({ fast: 1, secondLook: 1, reference: 1, detectors: [fast] });
    expect(detectorNameWithSpeed('md_v5a.0.0.pt', summary)).toBe('fast detector: md_v5a.0.0.pt (int8)');
    expect(versionWithSpeed('4.0.2a', FAST)).toBe('4.0.2a+fast-int8');
    const metadata = { megadetector_version: 'v5a.0.1', md5: 'x', typical_detection_threshold: 0.2 };
    expect(metadataWithSpeed(metadata, summary)).toEqual({
      megadetector_version: 'unknown',
      typical_detection_threshold: 0.2,
    });
  });
});

describe('a result file of MegaDetector’s format', () => {
  const context = {
    labels: [],
    mode: 'detections',
    packageType: 'always_crop',
    modelVersion: '1',
    place: { country: null, admin1Region: null },
    speciesPer: 'image',
    detectorName: 'md_v5a.0.0.pt',
    classifierName: null,
  } as const;
  const textOf = (facts: readonly Inference[]) => {
    const rows = facts.map((inference) => ({ inference, prediction: null }));
    const speed = summariseSpeed(facts);
    return [...findExportFormat('megadetector')!.serialize(rows, { ...context, speed })].join('');
  };

  it('names the fast detector, and counts what it made', () => {
    const { info } = JSON.parse(textOf([fact('a', [], FAST), fact('b', [], LOOKED)])) as { info: object };
    expect(info).toMatchObject({
      detector: 'fast detector: md_v5a.0.0.pt (int8)',
      detector_metadata: { megadetector_version: 'unknown' },
      custom_metadata: { understory: { images_by_fast_detector: 1, images_by_reference_after_second_look: 1 } },
    });
  });

  it('is without a word of it where the reference made all', () => {
    expect(textOf([fact('a', [])])).not.toMatch(/fast|understory/);
  });
});

describe('parseFactSpeed', () => {
  const parse = (value: unknown) => parseFactSpeed(value, 'speed', (boxes) => boxes as Detection[]);

  it('reads what was written', () => {
    expect(parse(JSON.parse(JSON.stringify(FAST)))).toEqual(FAST);
    expect(parse(JSON.parse(JSON.stringify(LOOKED)))).toEqual(LOOKED);
  });

  it.each([
    ['another preset', { preset: 'slow' }, 'speed.preset'],
    ['another way', { ...FAST, detector: { ...fast, way: 'magic' } }, 'speed.detector.way'],
    ['no hash', { ...FAST, detector: { ...fast, sha256: 'x' } }, 'speed.detector.sha256'],
    ['an agreement of 2', { ...FAST, detector: { ...fast, agreement: 2 } }, 'speed.detector.agreement'],
  ])('refuses %s', (_name, value, where) => {
    expect(() => parse(value)).toThrow(where);
  });
});
