import { expect, it } from 'vitest';
import { surveyFolders } from './survey-folders';

it('finds each folder with images in it or below it, once', () => {
  const paths = ['A/B/1.jpg', 'A/B/2.jpg', 'A/3.jpg', 'C/4.jpg', '5.jpg'];
  expect(surveyFolders(paths.map((filepath) => ({ filepath })))).toEqual([
    { folder: 'A', images: 3 },
    { folder: 'A/B', images: 2 },
    { folder: 'C', images: 1 },
  ]);
});
