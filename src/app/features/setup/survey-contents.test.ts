import { expect, it } from 'vitest';
import type { SurveyImage } from '../../state/app-state';
import { contentsOf, samplesOf } from './survey-contents';

const image = (filepath: string, isDone = true) =>
  ({
    filepath,
    size: 10,
    prediction: null,
    animals: [],
    place: null,
    rejected: null,
    heldBack: [],
    smoothed: null,
    review: null,
    inference: isDone ? { size: { width: 1, height: 1 } } : null,
  }) as SurveyImage;

it('counts photos, folders that hold photos, and bytes', () => {
  expect(contentsOf(['a.jpg', 'A/b.jpg', 'A/B/c.jpg', 'A/B/d.jpg'].map((path) => image(path)))).toEqual({
    photos: 4,
    folders: 3,
    bytes: 40,
  });
  expect(contentsOf([])).toEqual({ photos: 0, folders: 0, bytes: 0 });
});

it('takes samples from all over the list, only of images with a picture', () => {
  const images = ['1', '2', '3', '4', '5', '6', '7', '8'].map((path) => image(path, path !== '1'));
  expect(samplesOf(images, 3)).toEqual(['2', '4', '6']);
  expect(samplesOf(images.slice(0, 2), 3)).toEqual(['2']);
});
