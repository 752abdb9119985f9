import { describe, expect, it } from 'vitest';
import { countPieces, image, MANY, results } from '../../../test/small-md-results';
import { combineMdResults, combineMdResultsInPieces } from './combine-md-results';

// The reference's own vectors are in test/golden; here is what they don't show.

describe('joining files', () => {
  it('sorts by code point', () => {
    const { images } = combineMdResults([results([image('\u{1f98a}.jpg'), image('\uffe6.jpg'), image('b\\a.jpg')])]);
    expect(images.map(({ file }) => file)).toEqual(['b/a.jpg', '\uffe6.jpg', '\u{1f98a}.jpg']);
  });

  it.each([
    [
      'another version',
      { images: [], info: { format_version: '1.5', detector: 'md_v5a.0.1.pt' } },
      'results[1]: info.format_version: expected "1.6", got "1.5"',
    ],
    [
      'a version as a number',
      { images: [], info: { format_version: 1.6, detector: 'md_v5a.0.1.pt' } },
      'results[1]: info.format_version: expected "1.6", got 1.6',
    ],
    ['a file twice', {}, 'results[1]: expected each file once, got "a.jpg" twice'],
    [
      'another name of an id',
      { detection_categories: { '1': 'Animal' } },
      'results[1]: detection_categories["1"]: expected "animal", got "Animal"',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => combineMdResults([results([image('a.jpg')]), results([image('a.jpg')], change)])).toThrow(message);
  });

  it('takes a classifier that only a later file names', () => {
    const later = results([], { info: { format_version: '1.6', detector: 'md_v5a.0.1.pt', classifier: 'X' } });
    expect(combineMdResults([results([]), later]).info['classifier']).toBe('X');
  });

  it('gives way', () => expect(countPieces(combineMdResultsInPieces([MANY]))).toBeGreaterThanOrEqual(20));
});
