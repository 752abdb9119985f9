import { describe, expect, it } from 'vitest';
import type { ComparedImage } from './compared-image';
import { createEqualityCheck, type Inequality } from './reference-equality';

const BOX = { category: 'animal', conf: 0.9, bbox: [0.1, 0.1, 0.5, 0.5] as const };
const IMAGE: ComparedImage = { label: 'lion', score: 0.9, source: 'classifier', detections: [BOX], failed: false };
const moved = (by: number) => [0.1 + by, 0.1, 0.5, 0.5] as const;

function judge(change: Partial<ComparedImage>, hasLabels = true, form: 'speciesnet' | 'megadetector' = 'speciesnet') {
  const check = createEqualityCheck(form, hasLabels);
  check.add(IMAGE, { ...IMAGE, ...change });
  const { isEqual, counts } = check.read();
  return { isEqual, found: Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [kind] : [])) };
}

describe('two images', () => {
  it.each<[string, Partial<ComparedImage>, readonly Inequality[]]>([
    ['the same', {}, []],
    ['at the limits', { score: 0.895, detections: [{ ...BOX, conf: 0.8995, bbox: moved(0.0001) }] }, []],
    ['another label', { label: 'fox', score: 0.1 }, ['label']],
    ['another score', { score: 0.8949 }, ['score']],
    ['another source', { source: 'detector' }, ['source']],
    ['no source', { source: null }, []],
    ['a failure', { failed: true, label: null }, ['failure']],
    ['another conf', { detections: [{ ...BOX, conf: 0.8994 }] }, ['conf']],
    ['a moved box', { detections: [{ ...BOX, bbox: moved(0.0002) }] }, ['bbox']],
    ['a missing box', { detections: [] }, ['boxes']],
    ['one more box', { detections: [BOX, { ...BOX, conf: 0.02, bbox: [0.8, 0.8, 0.1, 0.1] }] }, ['boxes']],
    ['one more at the floor', { detections: [BOX, { ...BOX, conf: 0.0104, bbox: [0.8, 0.8, 0.1, 0.1] }] }, []],
    ['another category', { detections: [{ ...BOX, category: 'human' }] }, ['boxes']],
    ['no detector there', { detections: null }, []],
  ])('%s', (_, change, expected) => {
    expect(judge(change)).toEqual({ isEqual: expected.length === 0, found: expected });
  });

  it('labels do not count where one side has none anywhere', () => {
    expect(judge({ label: null, score: null, source: null }, false)).toEqual({ isEqual: true, found: [] });
  });

  it('MegaDetector’s file cuts decimals', () => {
    expect(judge({ detections: [{ ...BOX, conf: 0.898, bbox: moved(0.0002) }] }, true, 'megadetector').isEqual).toBe(
      true,
    );
    expect(judge({ score: 0.895 }, true, 'megadetector').found).toEqual(['score']);
  });

  it('names of boxes count', () => {
    const check = createEqualityCheck('megadetector', true);
    const named = (label: string) => ({ ...IMAGE, detections: [{ ...BOX, label }] });
    check.add(named('lion'), named('fox'));
    expect(check.read()).toMatchObject({ isEqual: false, counts: { 'box-labels': 1 } });
  });
});

describe('many boxes', () => {
  const faint = { ...BOX, conf: 0.03 };
  const judgeFaint = (count: number) => {
    const check = createEqualityCheck('speciesnet', true);
    for (let index = 0; index < count; index++) {
      const shift = index === 0 ? 0.001 : 0;
      check.add({ ...IMAGE, detections: [faint] }, { ...IMAGE, detections: [{ ...faint, bbox: moved(shift) }] });
    }
    return check.read();
  };

  it('one faint box in two hundred may have moved', () => {
    expect(judgeFaint(200)).toMatchObject({ isEqual: true, boxes: 200, closeBoxes: 199 });
    expect(judgeFaint(199)).toMatchObject({ isEqual: false, boxes: 199, closeBoxes: 198 });
  });
});

it('nothing compared is nothing equal', () => {
  expect(createEqualityCheck('speciesnet', true).read().isEqual).toBe(false);
});
