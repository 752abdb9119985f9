import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { matchPaths } from './match-paths';

const match = (a: readonly string[], b: readonly string[]) => finishPieces(matchPaths(a, b));
const under = (folder: string, paths: readonly string[]) => paths.map((path) => folder + path);

const SITE = ['cam1/IMG_1.JPG', 'cam1/IMG_2.JPG', 'cam2/IMG_1.JPG', 'cam2/x/IMG_1.JPG'];

describe('the same files', () => {
  it.each([
    ['as they are', SITE, SITE, 'exact', '', ''],
    ['backslashes', SITE.map((path) => path.replaceAll('/', '\\')), SITE, 'exact', '', ''],
    ['a dot in front', under('./', SITE), SITE, 'exact', '', ''],
    ['accents in two parts', ['e\u0301te\u0301.jpg'], ['\u00e9t\u00e9.jpg'], 'exact', '', ''],
    ['absolute paths', under('/home/me/photos/', SITE), SITE, 'without-prefix', '/home/me/photos/', ''],
    ['absolute paths of Windows', under('C:\\me\\', SITE), SITE, 'without-prefix', 'C:/me/', ''],
    ['the folder’s name in front', SITE, under('site/', SITE), 'without-prefix', '', 'site/'],
    ['two computers', under('/mnt/a/', SITE), under('D:\\b\\c\\', SITE), 'without-prefix', '/mnt/a/', 'D:/b/c/'],
    [
      'one folder of them',
      ['IMG_1.JPG', 'IMG_2.JPG'],
      ['cam1/IMG_1.JPG', 'cam1/IMG_2.JPG'],
      'without-prefix',
      '',
      'cam1/',
    ],
  ])('%s', (_, a, b, method, prefixA, prefixB) => {
    const matches = match(a, b);
    expect(matches).toMatchObject({ method, prefixA, prefixB, onlyInA: [], onlyInB: [] });
    expect([...matches.pairs]).toEqual(a.map((path, index) => [path, b[index]]));
  });
});

describe('what could not be matched', () => {
  it('is listed on its side, in its order', () => {
    expect(match(['z.jpg', 'a.jpg', 'b.jpg'], ['c.jpg', 'a.jpg', 'd.jpg'])).toEqual({
      method: 'exact',
      prefixA: '',
      prefixB: '',
      pairs: new Map([['a.jpg', 'a.jpg']]),
      onlyInA: ['z.jpg', 'b.jpg'],
      onlyInB: ['c.jpg', 'd.jpg'],
    });
  });

  it('a prefix is looked for only when no path is the same', () => {
    const { method, onlyInA, onlyInB } = match(['a.jpg', 'old/b.jpg'], ['a.jpg', 'b.jpg']);
    expect({ method, onlyInA, onlyInB }).toEqual({ method: 'exact', onlyInA: ['old/b.jpg'], onlyInB: ['b.jpg'] });
  });

  it('a result of one of several folders', () => {
    const matches = match([...under('/data/one/', SITE), '/data/two/cam9/IMG_7.JPG'], [...SITE, 'cam3/IMG_1.JPG']);
    expect(matches).toMatchObject({ method: 'without-prefix', prefixA: '/data/one/', prefixB: '' });
    expect(matches.onlyInA).toEqual(['/data/two/cam9/IMG_7.JPG']);
    expect(matches.onlyInB).toEqual(['cam3/IMG_1.JPG']);
  });

  it('nothing, when several prefixes are as likely', () => {
    const cameras = ['/p/cam1/IMG_1.JPG', '/p/cam2/IMG_1.JPG'];
    expect(match(cameras, ['IMG_1.JPG'])).toMatchObject({ method: 'none', onlyInA: cameras, onlyInB: ['IMG_1.JPG'] });
  });

  it('the second of two spellings of one path', () => {
    const { pairs, onlyInA } = match(['a/b.jpg', 'a\\b.jpg'], ['a/b.jpg']);
    expect([...pairs]).toEqual([['a/b.jpg', 'a/b.jpg']]);
    expect(onlyInA).toEqual(['a\\b.jpg']);
  });

  it.each([
    [[], []],
    [['a.jpg'], []],
    [[], ['a.jpg']],
    [['a.jpg'], ['b.jpg']],
  ])('%j and %j', (a, b) => {
    expect(match(a, b)).toMatchObject({ method: 'none', onlyInA: a, onlyInB: b, pairs: new Map() });
  });
});
