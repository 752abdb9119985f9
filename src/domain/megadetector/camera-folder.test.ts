import { describe, expect, it } from 'vitest';
import { cameraFolderOf, folderOf, rememberFolder } from './camera-folder';

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

describe('the folder remembered', () => {
  it.each([cameraFolderOf, folderOf])('gives the same answers, whatever came before', (answerOf) => {
    const remembered = rememberFolder(answerOf);
    const paths = ['a.jpg', 'A/100MEDIA/1.jpg', 'A/100MEDIA/2.jpg', 'A/1.jpg', 'A\\100RECNX\\1.jpg', 'A\\100RECNX/2.jpg', '/x.jpg', 'b.jpg', 'A/100MEDIA/3.jpg']; // prettier-ignore
    for (const path of [...paths, ...paths.toReversed()]) expect(remembered(path)).toBe(answerOf(path));
  });
});
