import { expect, it } from 'vitest';
import { cameraFolderOf, folderOf } from './camera-folder';

it.each([
  ['a\\b\\101EK113\\1.jpg', 'a/b'],
  ['s/101DSCIM/1.jpg', 's'],
  ['100RECNX/1.jpg', '100RECNX'],
  ['x/100RECNX/101MEDIA/1.jpg', 'x'],
  ['1.jpg', ''],
  ['/1.jpg', '/'],
  ['a//1.jpg', 'a'],
])('%s was taken by the camera of %s', (filepath, folder) => expect(cameraFolderOf(filepath)).toBe(folder));

it('keeps overflow folders when the folder is asked for', () => {
  expect(folderOf('x/100RECNX/1.jpg')).toBe('x/100RECNX');
});
