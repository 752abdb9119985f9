import { describe, expect, it } from 'vitest';
import { categoriesFromNames, COCO_CLASS_NAMES, COCO_ORDER } from './coco-categories';

describe('COCO', () => {
  it('has 80 classes, 19 of which count', () => {
    expect(COCO_CLASS_NAMES).toHaveLength(80);
    expect(new Set(COCO_CLASS_NAMES)).toHaveLength(80);
    expect(COCO_ORDER.filter((category) => category === '1')).toHaveLength(10);
    expect(COCO_ORDER.filter((category) => category === '2')).toHaveLength(1);
    expect(COCO_ORDER.filter((category) => category === '3')).toHaveLength(8);
    expect([COCO_CLASS_NAMES[0], COCO_CLASS_NAMES[14], COCO_CLASS_NAMES[79]]).toEqual(['person', 'bird', 'toothbrush']);
  });

  it('maps its own names to its own order', () => expect(categoriesFromNames(COCO_CLASS_NAMES)).toEqual(COCO_ORDER));
});

describe('categoriesFromNames', () => {
  it('knows MegaDetector’s names and nothing else', () => {
    expect(categoriesFromNames(['Animal', 'person', 'vehicle', 'human', 'fish'])).toEqual(['1', '2', '3', '2', null]);
  });
});
