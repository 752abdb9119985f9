import { describe, expect, it } from 'vitest';
import { questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { createListMemory, listImages, type ListQuestion } from '../../shared/gallery/gallery-list';
import { NO_FILTER } from '../../shared/images/image-filter';
import { drawnActive, firstTileOf, listKeyOf } from './place-in-list';

const images = ['A/1.jpg', 'A/2.jpg', 'B/3.jpg', 'B/4.jpg'].map((filepath) => surveyImage(filepath, 'bear'));
const listOf = (of: typeof images, part: Partial<ListQuestion> = {}) =>
  runToEnd(listImages(questionOf(of, part), createListMemory()));

const part = listOf(images.slice(0, 2), { isPart: true });
const all = listOf(images);

describe('where a list begins', () => {
  it('is asked again when the images of a survey that was being opened are here', () => {
    expect(firstTileOf(part, 'B/4.jpg', -1)).toBe(-1);
    expect(firstTileOf(all, 'B/4.jpg', -1)).toBe(3);
    expect(listKeyOf(all)).not.toBe(listKeyOf(part));
  });

  it('is left alone by more facts and more images', () => {
    expect(listKeyOf(listOf(images.slice(0, 3)))).toBe(listKeyOf(all));
    expect(listKeyOf(listOf(images, { isPart: true }))).toBe(listKeyOf(part));
  });

  it('is asked again for another order', () => {
    expect(listKeyOf(listOf(images, { sort: 'highest' }))).not.toBe(listKeyOf(all));
  });
});

describe('the image that is drawn as the active one', () => {
  it('is the active one where it is listed', () => {
    expect(drawnActive(all, 'B/3.jpg')).toBe('B/3.jpg');
  });

  it('is the first one of the list where the active one is not here yet, or is filtered out', () => {
    expect(drawnActive(part, 'B/4.jpg')).toBe('A/1.jpg');
    expect(drawnActive(listOf(images, { filter: { ...NO_FILTER, folders: ['B'] } }), 'A/2.jpg')).toBe('B/3.jpg');
    expect(drawnActive(all, null)).toBe('A/1.jpg');
  });

  it('is none in an empty list', () => {
    expect(drawnActive(listOf([]), 'B/3.jpg')).toBeNull();
  });
});
