import { expect, it } from 'vitest';
import type { Inference } from '../../domain/inference';
import { outdatedFilepaths, type KnownFile } from './outdated-facts';

const missing = { code: 'file-missing', detail: 'NotFoundError' } as const;
const broken = { code: 'undecodable', detail: 'jpeg' } as const;
const known = (size: number, problem: Inference['problem'] = null): KnownFile => ({ size, problem });

it.each([
  ['the same file', known(10), 10, false],
  ['another size', known(10), 11, true],
  ['a size that was never known', known(0), 11, false],
  ['gone now', known(10), 0, false],
  ['missing then, here now', known(0, missing), 10, true],
  ['missing then and now', known(0, missing), 0, false],
  ['a picture that can not be read, unchanged', known(10, broken), 10, false],
  ['a picture that can not be read, changed', known(10, broken), 12, true],
])('%s', (_, file, size, isOutdated) => {
  const listed = [
    { filepath: 'a.jpg', size, lastModified: 0 },
    { filepath: 'new.jpg', size: 5, lastModified: 0 },
  ];
  expect(outdatedFilepaths(new Map([['a.jpg', file]]), listed)).toEqual(isOutdated ? ['a.jpg'] : []);
});
