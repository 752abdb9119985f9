import { describe, expect, it } from 'vitest';
import { findImages, hasImageExtension } from './find-images';
import { comparePathsByComponents } from './path-order';

describe('comparePathsByComponents', () => {
  it('sorts by components, then by code point', () => {
    const sorted = [
      '/a',
      'a',
      'a/b',
      'a/é.jpg',
      'a/\uff5e',
      'a/\u{1f600}',
      'd/sub/z.jpg',
      'd/sub-2/q.jpg',
      'd/sub.jpg',
    ];
    expect([...sorted].reverse().sort(comparePathsByComponents)).toEqual(sorted);
    expect(comparePathsByComponents('a/b', 'a/b')).toBe(0);
  });

  it('takes a first slash for a component of its own', () => {
    expect(['/a', '-b'].sort(comparePathsByComponents)).toEqual(['-b', '/a']);
  });
});

describe('findImages', () => {
  const paths = ['e/x.jpg', 'e/sub/.y.PNG', 'e/z.Jpg', 'e/odd.webp/notes.txt', 'f/w.tiff'];

  it.each([
    [['e'], ['e/odd.webp', 'e/sub/.y.PNG', 'e/x.jpg']],
    [
      ['./e/', 'e'],
      ['e/odd.webp', 'e/sub/.y.PNG', 'e/x.jpg'],
    ],
    [['e/../f'], ['e/../f/w.tiff']],
    [[''], ['e/odd.webp', 'e/sub/.y.PNG', 'e/x.jpg', 'f/w.tiff']],
    [['e/x.jpg', 'nowhere'], []],
  ])('%j → %j', (folders, found) => expect(findImages(folders, paths)).toEqual(found));
});

describe('hasImageExtension', () => {
  it('minds the case as the reference does', () => {
    expect(['a.jpg', 'a.JPG', '.webp'].map(hasImageExtension)).toEqual([true, true, true]);
    expect(['a.Jpg', 'a.gif', 'jpg'].map(hasImageExtension)).toEqual([false, false, false]);
  });
});
