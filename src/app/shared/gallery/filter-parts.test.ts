import { describe, expect, it } from 'vitest';
import { NO_FILTER, type ImageFilter } from '../images/image-filter';
import { splitQuery } from './address-text';
import { parseFilter, printFilter } from './filter-parts';

const printed = (part: Partial<ImageFilter>) =>
  printFilter({ ...NO_FILTER, ...part })
    .map(([name, text]) => `${name}=${text}`)
    .join('&');
const parsed = (query: string) => parseFilter(splitQuery(query));

describe('a part survives its address', () => {
  it.each<[Partial<ImageFilter>, string]>([
    [{}, ''],
    [{ event: 'North Ridge/IMG 1+2.JPG' }, 'event=North+Ridge/IMG+1%2B2.JPG'],
    [
      { event: 'صور/カメラ #1?&=.jpg' },
      `event=${encodeURIComponent('صور')}/${encodeURIComponent('カメラ')}+%231%3F%26=.jpg`,
    ],
    [{ kinds: ['human', 'vehicle'] }, 'is=human,vehicle'],
    [{ groups: ['mammalia', '=aves;;;;'] }, 'taxon=mammalia,=aves;;;;'],
    [{ text: 'red fox ' }, 'text=red+fox+'],
    [{ score: { least: 0.2, most: 0.85 } }, 'score=0.2-0.85'],
    [{ conf: { least: 0, most: 0.5 } }, 'conf=0-0.5'],
    [{ noneAbove: 0 }, 'noneabove=0'],
    [{ hasSeveral: true, isOdd: true }, 'several=1&odd=1'],
    [{ origins: ['rollup', 'no-rules'] }, 'from=rollup,no-rules'],
    [{ failures: ['DETECTOR'] }, 'failed=DETECTOR'],
    [{ folders: ['', 'A, B', 'C/D'] }, 'folder=/,/A%2C+B,/C/D'],
    [{ days: { from: '2010-11-05', to: null } }, 'days=2010-11-05..'],
    [{ days: { from: null, to: '2010-11-06' } }, 'days=..2010-11-06'],
    [{ hours: { from: 20, to: 4 } }, 'hours=20-4'],
    [{ heldBack: { label: 'a;b|c', place: { country: 'USA', admin1Region: 'CA' } } }, 'held=USA|CA|a;b%7Cc'],
    [{ heldBack: { label: 'a', place: { country: 'KEN', admin1Region: null } } }, 'held=KEN||a'],
    [{ change: { was: 'a;b', label: 'c;d', within: 'event', step: 'ancestor' } }, 'change=event|ancestor|a;b|c;d'],
    [
      { agreement: { level: 'genus', machine: 'aves;;;a;', human: 'u;;;;;;blank' } },
      'cell=genus|aves;;;a;|u;;;;;;blank',
    ],
    [{ differs: { what: 'only-here' } }, 'differs=only-here'],
    [{ differs: { what: 'score', above: 0.1 } }, 'differs=score|0.1'],
    [{ differs: { what: 'transition', from: null, to: '-' } }, 'differs=transition|-|--'],
    [{ differs: { what: 'transition', from: '', to: 'x' } }, 'differs=transition||x'],
  ])('%j', (part, text) => {
    expect(printed(part)).toBe(text);
    expect(parsed(text)).toEqual({ ...NO_FILTER, ...part });
  });
});

describe('what is no part holds nothing back', () => {
  it.each([
    'unknown=1',
    'event=',
    'event=%E0%A4%A',
    'is=animals',
    'score=0.5',
    'score=0.9-0.1',
    'score=-1-2',
    'score=0-1-1',
    'score=a-b',
    'conf=0.2-7',
    'noneabove=1.5',
    'several=yes',
    'cell=kingdom|a|b',
    'cell=genus|a',
    'cell=genus||b',
    'from=nowhere',
    'folder=A',
    'days=2010-11-31..',
    'days=..',
    'days=2010-11-06..2010-11-05',
    'days=yesterday',
    'hours=4-4',
    'hours=0-24',
    'hours=24-3',
    'hours=3-25',
    'held=KEN|a',
    'held=||a',
    'held=KEN||',
    'change=week|other|a|b',
    'change=event|mood|a|b',
    'differs=score|2',
    'differs=mood',
    'differs=transition|a',
    '&&==&',
  ])('%s', (query) => expect(parsed(query)).toEqual(NO_FILTER));

  it('beside what is one', () => {
    expect(parsed('mood=bad&is=blank,sad&is=human&hours=99-1')).toEqual({ ...NO_FILTER, kinds: ['blank'] });
  });
});
