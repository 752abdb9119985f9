import { describe, expect, it } from 'vitest';
import { onePlaceRules } from '../../../test/one-place-rules';
import { randomFact } from '../../../test/random-facts';
import { runToEnd } from '../../../test/run-to-end';
import { SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import { createRandom, syntheticInferences } from '../../../test/synthetic-inferences';
import type { Inference } from '../../domain/inference';
import { listedPageOf } from '../../domain/listed-page';
import { openPackedFacts } from '../../domain/packed-facts/open-packed-facts';
import { packFacts } from '../../domain/packed-facts/pack-facts';
import { emptyReview } from '../../domain/review/image-review';
import { createConclusions } from '../../pipeline/conclude';
import { cropsOf } from '../shared/gallery/gallery-items';
import { indexImages } from '../shared/gallery/image-index';
import { describeImage } from '../shared/images/describe-image';
import type { SurveyImage } from './app-state';
import { findSurveyEvents } from './find-survey-events';
import { createSurveyRows, type SurveyRows } from './survey-rows';
import { factOf, hasFact } from './survey-row';

const RULES = onePlaceRules({
  labels: SMALL_LABELS,
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  isGeofenceOn: true,
  isRollupOn: true,
});

/** Some that a run stores, and some that only an import or an earlier version did. */
const FACTS: readonly Inference[] = [
  ...syntheticInferences({ count: 400, seed: 3, labels: SMALL_LABELS }),
  ...Array.from({ length: 60 }, (_, number) => {
    const fact = randomFact(createRandom(number), number);
    return { ...fact, crops: {} };
  }),
];

/** Rows of the same facts, as objects and as they lie in the storage. */
async function bothRows(isConcluded: boolean): Promise<readonly [plain: SurveyRows, packed: SurveyRows]> {
  const [plain, packed] = [createSurveyRows(), createSurveyRows()];
  for (const rows of [plain, packed]) {
    rows.addListed(FACTS.slice(0, -5).map(({ filepath }, index) => ({ filepath, size: index, lastModified: 0 })));
    rows.addListed([{ filepath: 'waiting.jpg', size: 7, lastModified: 0 }]);
    if (isConcluded) await rows.concludeAll(createConclusions(RULES));
  }
  for (const fact of FACTS) plain.addFact(fact);
  for (const fact of openPackedFacts(structuredClone(packFacts(FACTS))).facts()) packed.addStored(fact);
  for (const rows of [plain, packed]) {
    rows.putReviews(
      FACTS.slice(0, 50).map(({ filepath }) => [filepath, { ...emptyReview(filepath), isFlagged: true }]),
    );
    rows.sort();
  }
  return [plain, packed];
}

/** Without what a row remembers. */
const told = ({
  filepath,
  size,
  inference,
  prediction,
  animals,
  place,
  rejected,
  heldBack,
  smoothed,
  review,
}: SurveyImage) => ({
  ...{ filepath, size, inference, prediction, animals, place, rejected, heldBack, smoothed, review },
});

describe('rows whose facts are packed', () => {
  it.each([true, false])('say what rows with objects say; concluded: %s', async (isConcluded) => {
    const [plain, packed] = await bothRows(isConcluded);
    expect(packed.snapshot().map(told)).toStrictEqual(plain.snapshot().map(told));
    expect(packed.snapshot().map(hasFact)).toEqual(plain.snapshot().map(hasFact));
  });

  it.each([true, false])('are described, numbered and put into events as those; concluded: %s', async (isConcluded) => {
    const indexes = (await bothRows(isConcluded)).map((rows) => {
      const images = rows.snapshot();
      const found = runToEnd(findSurveyEvents(images, { gapSeconds: 60, camera: 'folder' }));
      const { images: rowsOfIndex, ...index } = runToEnd(indexImages({ images, labels: SMALL_LABELS, found }));
      expect(rowsOfIndex).toBe(images);
      const described = images.map((image) => ({ ...describeImage(image, SMALL_LABELS), image: null }));
      return { index, described, crops: images.map(cropsOf) };
    });
    expect(indexes[1]).toStrictEqual(indexes[0]);
  });

  it('stay what they are when they are reviewed, concluded anew, and lose facts', async () => {
    const [plain, packed] = await bothRows(true);
    const [first, second] = FACTS;
    for (const rows of [plain, packed]) {
      rows.putReviews([[first!.filepath, { ...emptyReview(first!.filepath), note: 'limps' }]]);
      await rows.concludeSome([first!.filepath, second!.filepath]);
      rows.addListed([{ filepath: second!.filepath, size: 99, lastModified: 0 }]);
      rows.removeFacts([FACTS[7]!.filepath]);
      await rows.concludeAll(createConclusions(RULES));
    }
    expect(packed.snapshot().map(told)).toStrictEqual(plain.snapshot().map(told));
    expect(packed.get(first!.filepath)!.inference).toStrictEqual(first);
    expect(factOf(packed.get(FACTS[7]!.filepath)!)).toBeNull();
  });

  it('give the same object for as long as somebody holds it, also after a review', async () => {
    const [, packed] = await bothRows(true);
    const { filepath } = FACTS[0]!;
    const held = packed.get(filepath)!.inference;
    packed.putReviews([[filepath, emptyReview(filepath)]]);
    expect(packed.get(filepath)!.inference).toBe(held);
  });
});

describe('a listing in columns', () => {
  const first = ['b/2.jpg', 'a/1.jpg', 'b/2.jpg', 'a/3.jpg'].map((filepath, size) => ({
    filepath,
    size,
    lastModified: 0,
  }));
  const second = [
    { filepath: 'c/4.jpg', size: 2 ** 40, lastModified: 0 },
    { filepath: 'a/1.jpg', size: 9, lastModified: 0 },
    { filepath: 'a/3.jpg', size: 3, lastModified: 0 },
  ];

  it('says what one of objects says, and leaves a row alone that it says nothing new of', () => {
    const [plain, columns] = [createSurveyRows(), createSurveyRows()];
    plain.addListed(first);
    columns.addListedPage(listedPageOf(first));
    for (const rows of [plain, columns]) {
      rows.addFact(FACTS[0]!);
      rows.addFact({ ...FACTS[1]!, filepath: 'a/1.jpg' });
    }
    const before = columns.get('a/3.jpg');
    plain.addListed(second);
    columns.addListedPage(listedPageOf(second));
    expect(columns.snapshot().map(told)).toStrictEqual(plain.snapshot().map(told));
    expect(columns.snapshot().map(({ filepath, size }) => [filepath, size])).toEqual([
      ['b/2.jpg', 2],
      ['a/1.jpg', 9],
      ['a/3.jpg', 3],
      [FACTS[0]!.filepath, 0],
      ['c/4.jpg', 2 ** 40],
    ]);
    expect(columns.get('a/3.jpg')).toBe(before);
    expect(columns.get('a/1.jpg')?.inference).toEqual({ ...FACTS[1]!, filepath: 'a/1.jpg' });
  });
});
