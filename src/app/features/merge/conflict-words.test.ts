import { describe, expect, it } from 'vitest';
import { LION, PUMA } from '../../../../test/small-package';
import type { FactDifference } from '../../../domain/fact-differences';
import { conflictWords } from './conflict-words';

describe('what differs between two computers', () => {
  it.each<[FactDifference, readonly string[]]>([
    [{ kind: 'file', by: 'sha256' }, ['Another photo under the same path']],
    [{ kind: 'file', by: 'size' }, ['Another photo under the same path: its size differs']],
    [{ kind: 'image-size' }, ['The photo has other dimensions']],
    [{ kind: 'detections-missing', in: 'mine' }, ['Boxes only there']],
    [{ kind: 'boxes', onlyMine: 1, onlyTheirs: 2, conf: 0, bbox: 0 }, ['1 box only here', '2 boxes only there']],
    [
      { kind: 'boxes', onlyMine: 0, onlyTheirs: 0, conf: 0.125, bbox: 0.02 },
      ['conf 0.13 apart', 'box moved by 0.0200'],
    ],
    [{ kind: 'class', crop: '0', mine: 0, theirs: 1 }, ['Lion here, Puma there']],
    [{ kind: 'class', crop: '0', mine: 0, theirs: 9 }, ['Lion here, No label there']],
    [{ kind: 'score', crop: '0', difference: 0.25 }, ['score 0.25 apart']],
  ])('%j', (difference, expected) => {
    expect(conflictWords({ differences: [difference] }, { labels: [LION, PUMA] }, 'decimal')).toEqual(expected);
  });
});
