import { describe, expect, it } from 'vitest';
import { animalBox, eventsOf, LINES, questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { createRandom } from '../../../../test/synthetic-inferences';
import { emptyReview, observationOf } from '../../../domain/review/image-review';
import type { SurveyImage } from '../../state/app-state';
import { NO_FILTER, type ImageFilter } from '../images/image-filter';
import { createListMemory, listImages, pathsInOrder, type GalleryList, type ListQuestion } from './gallery-list';
import { numberOf } from './image-places';
import { GROUPINGS, IMAGE_SORTS, TILE_KINDS } from './list-look';
import { changedImages } from './update-index';

const NAMES = Object.keys(LINES) as (keyof typeof LINES)[];
const IMAGES = 120;
const ACTS = 46;

const FILTERS: readonly Partial<ImageFilter>[] = [
  {},
  { kinds: ['animal'] },
  { kinds: ['blank', 'human'] },
  { groups: ['mammalia;ursidae'] },
  { groups: ['=aves;;;;', ':blank'] },
  { text: 'bear' },
  { text: 'cam1 puma' },
  { text: 'person' },
  { score: { least: 0.3, most: 0.8 } },
  { conf: { least: 0.5, most: 1 } },
  { noneAbove: 0.4 },
  { hasSeveral: true },
  { isOdd: true },
  { origins: ['classifier'] },
  { reviews: ['confirmed', 'changed'] },
  { reviews: ['none'] },
  { reviews: ['flagged', 'noted'] },
  { failures: ['DETECTOR'] },
  { folders: ['CAM1', 'CAM3'] },
  { days: { from: '2010-11-05', to: '2010-11-06' } },
  { hours: { from: 22, to: 5 } },
  { event: 'CAM0/000.jpg' },
  { isOdd: true, kinds: ['animal'], reviews: ['none'] },
];

/** Images of four cameras; each fifth one has not been looked at yet or could not be read. */
function createSurvey(random: () => number): SurveyImage[] {
  return Array.from({ length: IMAGES }, (_, number) => {
    const filepath = `CAM${Math.floor((number * 4) / IMAGES)}/${String(number).padStart(3, '0')}.jpg`;
    if (number % 10 === 4) return { ...surveyImage(filepath, null), inference: null };
    if (number % 10 === 9) return surveyImage(filepath, null);
    return factOf(filepath, number, random);
  });
}

function factOf(filepath: string, number: number, random: () => number): SurveyImage {
  const minutes = Math.floor(number / 5) * 47;
  const at = new Date(Date.UTC(2010, 10, 4, 0, minutes, number % 5)).toISOString().slice(0, 19);
  const scores = [0.4 + random() / 2, random() / 3];
  return surveyImage(filepath, anyOf(NAMES, random), {
    score: Math.round(random() * 100) / 100,
    at: random() < 0.1 ? null : at,
    detections: random() < 0.3 ? [] : [animalBox(random()), animalBox(0.2)].sort((a, b) => b.conf - a.conf),
    classes: scores,
  });
}

const anyOf = <Item>(items: readonly Item[], random: () => number): Item => items[Math.floor(random() * items.length)]!;

/** What somebody may say of an image next; now and then it is taken back, or the image gets a fact. */
function afterAct(image: SurveyImage, number: number, random: () => number): SurveyImage {
  const fate = random();
  const review = image.review ?? emptyReview(image.filepath);
  if (image.inference === null && fate < 0.5) return factOf(image.filepath, number, random);
  if (fate < 0.15) return { ...image, review: null };
  if (fate < 0.25) return { ...image, review: { ...review, isFlagged: !review.isFlagged } };
  if (fate < 0.35) return { ...image, review: { ...review, note: random() < 0.5 ? '' : 'Look again.' } };
  const observations = [anyOf(NAMES, random), ...(random() < 0.3 ? [anyOf(NAMES, random)] : [])].map((name) =>
    observationOf(LINES[name], 1),
  );
  return { ...image, review: { ...review, observations } };
}

/** Everything that screens read of a list; the images as their paths. */
function contentOf(list: GalleryList) {
  const { index, tree, counts, shown, items } = list;
  const { images, places, ...columns } = index;
  const numbers = images.map(({ filepath }) => numberOf({ images, places }, filepath));
  return { images, numbers, columns, tree, counts, shown, items, paths: pathsInOrder(list) };
}

describe('a list whose index follows what is said', () => {
  it.each([1, 2, 3])('equals one that is made anew, after each of many acts (seed %i)', (seed) => {
    const random = createRandom(seed);
    const memory = createListMemory();
    let images: readonly SurveyImage[] = createSurvey(random);
    let found = eventsOf(images);
    for (let act = 0; act < ACTS; act++) {
      const look = {
        sort: IMAGE_SORTS[act % IMAGE_SORTS.length]!,
        grouping: anyOf(GROUPINGS, random),
        tile: anyOf(TILE_KINDS, random),
      };
      for (const filter of [FILTERS[act % FILTERS.length]!, anyOf(FILTERS, random)]) {
        const eventFiles = filter.event == null ? null : new Set(['CAM0/000.jpg', 'CAM0/001.jpg']);
        const part: Partial<ListQuestion> = { ...look, found, filter: { ...NO_FILTER, ...filter }, eventFiles };
        const question = questionOf(images, part);
        const followed = runToEnd(listImages(question, memory));
        expect(contentOf(followed)).toEqual(contentOf(runToEnd(listImages(question, createListMemory()))));
      }
      const touched = new Set(Array.from({ length: anyOf([0, 1, 1, 5, 50], random) }, () => anyOf(images, random)));
      images = images.map((image, number) => (touched.has(image) ? afterAct(image, number, random) : image));
      if (act % 7 === 6) found = eventsOf(images);
    }
  });

  it('keeps the columns, orders and answers that an act leaves alone', () => {
    const images = createSurvey(createRandom(5));
    const memory = createListMemory();
    const look = { sort: 'highest', filter: { ...NO_FILTER, folders: ['CAM1'] } } as const;
    const before = runToEnd(listImages(questionOf(images, look), memory));
    const order = memory.orders.get('highest')?.order;
    const said = { ...emptyReview(images[40]!.filepath), isStarred: true };
    const next = images.with(40, { ...images[40]!, review: said });
    const after = runToEnd(listImages(questionOf(next, look), memory));
    expect(after.index.reviews).not.toBe(before.index.reviews);
    for (const name of ['scores', 'leaves', 'groups', 'days', 'odd', 'places'] as const)
      expect(after.index[name]).toBe(before.index[name]);
    expect(after.index.images.filter((image, number) => image !== before.index.images[number])).toHaveLength(1);
    expect(memory.orders.get('highest')?.order).toBe(order);
    expect(memory.filter.answers.get('folders')?.index).toBe(after.index);
  });
});

describe('what changed', () => {
  const images = createSurvey(createRandom(9));

  it('is found by the identity of the images', () => {
    expect(changedImages(images, images.slice())).toEqual([]);
    expect(changedImages(images, images.with(3, { ...images[3]! }))).toEqual([3]);
  });

  it('is everything when images came, went, or moved, or most of them are others', () => {
    expect(changedImages(images, images.slice(1))).toBeNull();
    expect(changedImages(images, [...images.slice(1), images[0]!])).toBeNull();
    expect(changedImages(images, images.map((image) => ({ ...image })))).toBeNull(); // prettier-ignore
  });
});
