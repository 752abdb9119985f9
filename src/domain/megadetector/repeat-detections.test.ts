import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import { createRandom } from '../../../test/synthetic-inferences';
import type { Bbox } from '../detection';
import { cameraFolderOf } from './camera-folder';
import { cornerIou, cornersOf } from './corner-iou';
import { findRepeatDetections, type RepeatDetection, type RepeatImage } from './repeat-detections';
import { DEFAULT_REPEAT_OPTIONS, type RepeatOptions } from './repeat-options';

const PLACE: Bbox = [0.5, 0.5, 0.1, 0.1];

function imageOf(filepath: string, ...detections: readonly Partial<RepeatDetection>[]): RepeatImage {
  const full = detections.map((detection) => ({ category: '1', conf: 0.6, bbox: PLACE, ...detection }));
  return { filepath, capturedAt: null, detections: full };
}

/** Groups as `camera category: file#detection …`. */
function find(images: readonly RepeatImage[], options: Partial<RepeatOptions> = {}): readonly string[] {
  const groups = runToEnd(findRepeatDetections(images, { ...DEFAULT_REPEAT_OPTIONS, minOccurrences: 2, ...options }));
  return groups.map(({ camera, category, members }) => {
    return `${camera} ${category}: ${members.map(({ filepath, detection }) => `${filepath}#${detection}`).join(' ')}`;
  });
}

describe('findRepeatDetections', () => {
  const twice = [imageOf('a/1.jpg', {}), imageOf('a/2.jpg', {})];

  it.each<[string, readonly RepeatImage[], Partial<RepeatOptions>, readonly string[]]>([
    ['the same box again', twice, {}, ['a 1: a/1.jpg#0 a/2.jpg#0']],
    ['too few', twice, { minOccurrences: 3 }, []],
    ['twice in one image', [imageOf('a/1.jpg', {}, {})], {}, ['a 1: a/1.jpg#0 a/1.jpg#1']],
    ['two cameras', [imageOf('a/1.jpg', {}), imageOf('b/1.jpg', {})], {}, []],
    [
      'two folders of one camera',
      [imageOf('a/100RECNX/1.jpg', {}), imageOf('a/101RECNX/1.jpg', {})],
      { cameraOf: cameraFolderOf },
      ['a 1: a/100RECNX/1.jpg#0 a/101RECNX/1.jpg#0'],
    ],
    ['images without detections', [twice[0]!, { ...twice[1]!, detections: null }, imageOf('a/3.jpg')], {}, []],
    ['ends of the conf', twice, { minConf: 0.6, maxConf: 0.6 }, ['a 1: a/1.jpg#0 a/2.jpg#0']],
    ['below the least conf', twice, { minConf: 0.61 }, []],
    ['above the greatest conf', twice, { maxConf: 0.59 }, []],
    ['a removed detection', [imageOf('a/1.jpg', { conf: -0.6 }), imageOf('a/2.jpg', { conf: -0.6 })], {}, []],
    ['below the least area', twice, { minArea: 0.011 }, []],
    ['above the greatest area', twice, { maxArea: 0.009 }, []],
    ['no width', [imageOf('a/1.jpg', { bbox: [0, 0, 0, 1] })], { minOccurrences: 1 }, []],
    ['a box turned inside out', [imageOf('a/1.jpg', { bbox: [0.5, 0.5, -0.1, -0.1] })], { minOccurrences: 1 }, []],
    ['an excluded category', twice, { excludedCategories: ['1'] }, []],
    ['other categories', [twice[0]!, imageOf('a/2.jpg', { category: '2' })], {}, []],
    [
      'categories not compared',
      [imageOf('a/1.jpg', { category: '2' }), twice[1]!],
      { isCategoryAgnostic: true },
      ['a 2: a/1.jpg#0 a/2.jpg#0'],
    ],
    ['only other cameras', twice, { cameras: { only: ['b'] } }, []],
    ['only this camera', twice, { cameras: { only: ['a'] } }, ['a 1: a/1.jpg#0 a/2.jpg#0']],
    ['except this camera', twice, { cameras: { except: ['a'] } }, []],
    ['except another camera', twice, { cameras: { except: ['b'] } }, ['a 1: a/1.jpg#0 a/2.jpg#0']],
    ['too many images', [...twice, imageOf('a/3.jpg')], { maxImagesPerCamera: 2 }, []],
    ['as many images as may be', twice, { maxImagesPerCamera: 2 }, ['a 1: a/1.jpg#0 a/2.jpg#0']],
  ])('%s', (_, images, options, expected) => expect(find(images, options)).toEqual(expected));

  it('compares with the founding box only, and joins every group it overlaps enough', () => {
    const shifted = (x: number): Partial<RepeatDetection> => ({ bbox: [x, 0.5, 0.1, 0.1] });
    const images = [0.5, 0.509, 0.5045, 0.513].map((x, index) => imageOf(`a/${index}.jpg`, shifted(x)));
    expect(find(images)).toEqual(['a 1: a/0.jpg#0 a/2.jpg#0', 'a 1: a/1.jpg#0 a/2.jpg#0 a/3.jpg#0']);
  });

  it('lists cameras by their first image', () => {
    const images = ['b/1.jpg', 'a/1.jpg', 'b/2.jpg', 'a/2.jpg'].map((file) => imageOf(file, {}));
    expect(find(images)).toEqual(['b 1: b/1.jpg#0 b/2.jpg#0', 'a 1: a/1.jpg#0 a/2.jpg#0']);
  });

  it('yields every few hundred detections, in one camera and in many', () => {
    for (const cameras of [1, 1000]) {
      const images = Array.from({ length: 1000 }, (_, index) => imageOf(`${index % cameras}/${index}.jpg`, {}, {}, {}));
      let yields = 0;
      const search = findRepeatDetections(images, DEFAULT_REPEAT_OPTIONS);
      while (search.next().done !== true) yields += 1;
      expect(yields).toBeGreaterThanOrEqual(15);
    }
  });

  it.each([
    [0.9, false],
    [0.5, false],
    [0.7, true],
    [0.1, true],
  ])('groups random boxes as a search without index does: IoU %d, agnostic %s', (minIou, isCategoryAgnostic) => {
    const options = { ...DEFAULT_REPEAT_OPTIONS, minIou, isCategoryAgnostic, minOccurrences: 3 };
    for (let seed = 1; seed <= 4; seed++) {
      const images = randomImages(seed);
      const groups = runToEnd(findRepeatDetections(images, options));
      expect(groups.length).toBeGreaterThan(4);
      expect(
        groups.map(({ camera, category, bbox, members }) => [camera, category, bbox, members.map(nameOf)]),
      ).toEqual(linearGroups(images, options));
    }
  });
});

function nameOf({ filepath, detection }: { readonly filepath: string; readonly detection: number }): string {
  return `${filepath}#${detection}`;
}

function randomImages(seed: number): readonly RepeatImage[] {
  const random = createRandom(seed);
  const things = Array.from({ length: 8 }, () => [random() * 0.8, random() * 0.8, random() * 0.2, random() * 0.2]);
  return Array.from({ length: 200 }, (_, index) => {
    const detections = Array.from({ length: Math.floor(random() * 5) }, () => {
      const thing = things[Math.floor(random() * things.length)]!;
      const bbox = thing.map((value, side) => value + (random() - 0.5) * 0.1 * thing[2 + (side % 2)]!);
      return { category: random() < 0.8 ? '1' : '2', conf: random(), bbox: bbox as unknown as Bbox };
    });
    return imageOf(`${['a', 'b'][index % 2]}/${index}.jpg`, ...detections);
  });
}

/** The search as the reference does it, for stills with plain boxes. */
function linearGroups(images: readonly RepeatImage[], options: RepeatOptions) {
  return ['a', 'b'].flatMap((camera) => {
    const groups: { readonly founder: RepeatDetection; readonly members: string[] }[] = [];
    for (const { filepath, detections } of images) {
      if (options.cameraOf(filepath) !== camera) continue;
      for (const [detection, found] of (detections ?? []).entries()) {
        if (found.conf < options.minConf || found.conf > options.maxConf) continue;
        const same = groups.filter(({ founder }) => {
          const isComparable = options.isCategoryAgnostic || founder.category === found.category;
          return isComparable && cornerIou(cornersOf(found.bbox), cornersOf(founder.bbox)) >= options.minIou;
        });
        for (const { members } of same) members.push(nameOf({ filepath, detection }));
        if (same.length === 0) groups.push({ founder: found, members: [nameOf({ filepath, detection })] });
      }
    }
    return groups
      .filter(({ members }) => members.length >= options.minOccurrences)
      .map(({ founder, members }) => [camera, founder.category, founder.bbox, members]);
  });
}
