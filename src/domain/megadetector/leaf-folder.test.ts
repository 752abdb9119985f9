import { expect, it } from 'vitest';
import { leafFolder } from './leaf-folder';

it.each([
  [0, 'site/cam1/100RECNX/1.jpg', 'site/cam1/100RECNX'],
  [1, 'site/cam1/100RECNX/1.jpg', 'site/cam1'],
  [2, 'site/cam1/100RECNX/1.jpg', 'site'],
  [0, '1.jpg', ''],
  [0, '/1.jpg', '/'],
  [1, '/a/1.jpg', '/'],
])('%i folders above the last one of %s: %s', (levels, filepath, camera) => {
  expect(leafFolder(levels)(filepath)).toBe(camera);
});

it.each([
  [1, '1.jpg', '1.jpg: expected more than 1 folders, got fewer'],
  [2, 'a/b/1.jpg', 'a/b/1.jpg: expected more than 2 folders, got fewer'],
])('has no camera %i folders above %s', (levels, filepath, message) => {
  expect(() => leafFolder(levels)(filepath)).toThrow(message);
});
