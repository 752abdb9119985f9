import { expect, it } from 'vitest';
import { cameraFolderOf } from '../../src/domain/megadetector/camera-folder';
import { createDetectionSet } from '../../src/domain/megadetector/detection-set';
import { leafFolder } from '../../src/domain/megadetector/leaf-folder';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { DEFAULT_REPEAT_OPTIONS, type RepeatOptions } from '../../src/domain/megadetector/repeat-options';
import { findMdRepeats, markMdRepeats, type MdRepeatGroup } from '../../src/domain/megadetector/repeat-detections-md';
import type { RepeatReviewOrder } from '../../src/domain/megadetector/repeat-review-order';
import { runToEnd } from '../run-to-end';
import { describeGolden } from './golden-folder';
import { writtenThroughTable } from './reference-table';

interface RdeCase {
  readonly id: string;
  readonly group: 'auto' | 'review';
  readonly note: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Names of the pictures that the reviewer left in the folder. */
  readonly kept_pictures?: readonly string[];
  readonly input: MdResults;
  readonly outcome: 'ok' | 'error';
  readonly expected?: {
    readonly review_pictures?: readonly string[];
    readonly groups_in_review_order: readonly ExpectedGroup[];
    readonly output: MdResults;
  };
}

interface ExpectedGroup {
  readonly camera: string;
  readonly category: string;
  readonly bbox: readonly number[];
  readonly instances: readonly { readonly file: string; readonly i_detection: number; readonly conf: number }[];
}

describeGolden<{ cases: readonly RdeCase[] }>('megadetector/rde.json', ({ cases }) => {
  it.each(cases)('$id $note', (rde) => {
    if (rde.outcome === 'error') expect(() => run(rde)).toThrow();
    else expectClose(run(rde), rde.expected, rde.id);
  });
});

/** What the package gives back, from our search, our decision and our flipped signs. */
function run({ group, options, kept_pictures: keptPictures = [], input }: RdeCase): unknown {
  const { results, groups } = runToEnd(findMdRepeats(input, repeatOptions(options), reviewOrder(options)));
  if (group === 'auto') {
    return {
      groups_in_review_order: groups.map(instancesOf),
      output: outputOf(results, groups),
    };
  }
  const rejected = groups.filter(({ picture }) => keptPictures.includes(picture));
  return {
    review_pictures: groups.map(({ picture }) => picture).sort(),
    groups_in_review_order: groups.map(instancesOf).map(bestFirst),
    output: outputOf(results, rejected),
  };
}

function outputOf(results: MdResults, rejected: readonly MdRepeatGroup[]): MdResults {
  const repeats = createDetectionSet(rejected.flatMap(({ members }) => members));
  return writtenThroughTable({ ...results, images: results.images.map((image) => markMdRepeats(image, repeats)) });
}

function instancesOf({ camera, category, bbox, members }: MdRepeatGroup): ExpectedGroup {
  const instances = members.map(({ filepath, detection, image }) => {
    return { file: filepath, i_detection: detection, conf: image.detections![detection]!.conf };
  });
  return { camera, category, bbox, instances };
}

/** Before it paints a group's picture the package sorts the members. */
function bestFirst(group: ExpectedGroup): ExpectedGroup {
  return { ...group, instances: [...group.instances].sort((a, b) => b.conf - a.conf) };
}

/** The package's option names in our spelling. */
function repeatOptions(options: Readonly<Record<string, unknown>>): RepeatOptions {
  let ours = DEFAULT_REPEAT_OPTIONS;
  for (const [name, value] of Object.entries(options)) {
    if (name === 'smartSort' || value === null) continue;
    const translate = OPTIONS[name];
    if (translate === undefined) throw new Error(`option ${name} is not known to this test`);
    ours = { ...ours, ...translate(value) };
  }
  return ours;
}

const OPTIONS: Readonly<Record<string, (value: unknown) => Partial<RepeatOptions>>> = {
  confidenceMin: (value) => ({ minConf: value as number }),
  confidenceMax: (value) => ({ maxConf: value as number }),
  iouThreshold: (value) => ({ minIou: value as number }),
  occurrenceThreshold: (value) => ({ minOccurrences: value as number }),
  minSuspiciousDetectionSize: (value) => ({ minArea: value as number }),
  maxSuspiciousDetectionSize: (value) => ({ maxArea: value as number }),
  excludeClasses: (value) => ({ excludedCategories: (value as readonly number[]).map(String) }),
  categoryAgnosticComparisons: (value) => ({ isCategoryAgnostic: value as boolean }),
  nDirLevelsFromLeaf: (value) => ({ cameraOf: leafFolder(value as number) }),
  customDirNameFunction: () => ({ cameraOf: cameraFolderOf }),
  includeFolders: (value) => ({ cameras: { only: value as readonly string[] } }),
  excludeFolders: (value) => ({ cameras: { except: value as readonly string[] } }),
  maxImagesPerFolder: (value) => ({ maxImagesPerCamera: value as number }),
};

function reviewOrder({ smartSort = 'xsort' }: Readonly<Record<string, unknown>>): RepeatReviewOrder {
  if (smartSort === null) return 'founded';
  return smartSort as RepeatReviewOrder;
}

/** Numbers within 1e-6, as the vectors' README says; all else equal. */
function expectClose(actual: unknown, expected: unknown, where: string): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    expect(Math.abs(actual - expected), `${where}: ${actual} is not ${expected}`).toBeLessThanOrEqual(1e-6);
    return;
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    expect(actual, where).toBe(expected);
    return;
  }
  expect(Object.keys(actual).sort(), where).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    expectClose((actual as Readonly<Record<string, unknown>>)[key], value, `${where}.${key}`);
  }
}
