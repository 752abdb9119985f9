import { expect, it } from 'vitest';
import { NO_FILTER, type ImageFilter } from '../../shared/images/image-filter';
import { chipsOf } from './chips-of';

const words = { tree: [], scoresAs: 'decimal', eventName: 'Event of noon' } as const;
const names = (part: Partial<ImageFilter>) => chipsOf({ ...NO_FILTER, ...part }, words).map(({ name }) => name);

it.each<[Partial<ImageFilter>, readonly string[]]>([
  [{}, []],
  [{ event: 'A/1.jpg' }, ['Event of noon']],
  [{ kinds: ['human', 'failed'] }, ['Person', 'Could not be read']],
  [
    { groups: ['mammalia', 'mammalia;felidae', '=mammalia;carnivora;felidae;puma;concolor'] },
    ['Mammalia', 'Felidae', 'Puma concolor'],
  ],
  [{ text: ' bear ' }, ['“bear”']],
  [{ score: { least: 0.2, most: 1 } }, ['Score 0.20 to 1.00']],
  [{ conf: { least: 0, most: 0.5 }, noneAbove: 0.2 }, ['Best box 0.00 to 0.50', 'No detection above 0.20']],
  [{ folders: ['', 'A/B'] }, ['Top folder', 'Folder A/B']],
  [{ hours: { from: 20, to: 4 } }, ['20:00 to 04:00']],
  [
    { agreement: { level: 'species', machine: 'mammalia;carnivora;felidae;puma;concolor', human: 'aves;;;;' } },
    ['Machine says Puma concolor, person says Aves'],
  ],
  [{ agreement: { level: 'genus', machine: 'x;;;;;;blank', human: 'x;;;;;;blank' } }, ['Machine and person say Blank']],
  [{ origins: ['rollup'], failures: ['DETECTOR'] }, ['Rolled up', 'Detector failed']],
])('%j', (part, expected) => expect(names(part)).toEqual(expected));

it('each chip takes itself away and nothing else', () => {
  const filter: ImageFilter = { ...NO_FILTER, kinds: ['human', 'blank'], hasSeveral: true };
  expect(chipsOf(filter, words).map(({ without }) => without)).toEqual([
    { kinds: ['blank'] },
    { kinds: ['human'] },
    { hasSeveral: false },
  ]);
});
