import { describe, expect, it } from 'vitest';
import { createFolderLookUp } from './folder-places';

const place = (country: string | null, admin1Region: string | null = null) => ({ country, admin1Region });

describe('createFolderLookUp', () => {
  const folderOf = createFolderLookUp([
    { folder: 'north/', place: place('SWE') },
    { folder: 'north/lake/deep', place: place('FIN') },
    { folder: 'south', place: place('ESP') },
    { folder: 'south', place: place('PRT') },
    { folder: 'south/unknown', place: place(null, 'CA') },
    { folder: 'south/empty', place: place('') },
  ]);

  it.each([
    ['north/a.jpg', 'north', 'SWE'],
    ['north/lake/a.jpg', 'north', 'SWE'],
    ['north/lake/deep/a.jpg', 'north/lake/deep', 'FIN'],
    ['north/lake/deep/er/still/a.jpg', 'north/lake/deep', 'FIN'],
    ['south/a.jpg', 'south', 'PRT'],
    ['south/unknown/a.jpg', 'south', 'PRT'],
    ['south/empty/a.jpg', 'south', 'PRT'],
  ])('%s lies in %s', (filepath, folder, country) => {
    expect(folderOf(filepath)).toEqual({ folder, place: place(country) });
    // Asked again, from what it has kept.
    expect(folderOf(filepath)).toEqual({ folder, place: place(country) });
  });

  it.each(['a.jpg', 'northern/a.jpg', 'north.jpg', 'other/north/a.jpg', ''])('%j lies in none', (filepath) => {
    expect(folderOf(filepath)).toBeNull();
  });

  it('takes the empty folder for all images', () => {
    const everywhere = createFolderLookUp([
      { folder: '', place: place('KEN') },
      { folder: 'b', place: place('TZA') },
    ]);
    expect(everywhere('a.jpg')?.place.country).toBe('KEN');
    expect(everywhere('a/x/y.jpg')?.folder).toBe('');
    expect(everywhere('b/x/y.jpg')?.folder).toBe('b');
  });
});
