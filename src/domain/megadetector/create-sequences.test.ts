import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import { createSequences, parseSequences, SEQUENCE_DEFAULTS, type CctImage } from './create-sequences';

const OPTIONS = { ...SEQUENCE_DEFAULTS, today: '2024-01-01' };

const at = (file_name: string, datetime: string | null, location: CctImage['location'] = 7): CctImage => ({
  file_name,
  datetime,
  location,
});

describe('createSequences', () => {
  it('keeps the order and the other keys of the list', () => {
    const images = [{ ...at('b', '2024-01-01 10:00:30'), id: 5 }, at('a', '2024-01-01 10:00:00')];
    expect(finishPieces(createSequences(images, OPTIONS))).toEqual([
      {
        file_name: 'b',
        datetime: '2024-01-01T10:00:30',
        location: 7,
        id: 5,
        seq_id: 'location_7_sequence_index_00000',
        seq_num_frames: 2,
        frame_num: 1,
      },
      expect.objectContaining({ file_name: 'a', frame_num: 0, seq_num_frames: 2 }),
    ]);
  });

  it('tells gaps to the microsecond', () => {
    const images = [
      at('a', '2024-01-01T10:00:00.1'),
      at('b', '2024-01-01T10:01:00.1'),
      at('c', '2024-01-01T10:02:00.100001'),
    ];
    const ids = finishPieces(createSequences(images, OPTIONS)).map(({ seq_id }) => seq_id.slice(-1));
    expect(ids).toEqual(['0', '0', '1']);
  });

  it.each<[string, readonly CctImage[], object, string]>([
    [
      'a time that must be there',
      [at('a', 'soon')],
      { onUnreadableTime: 'fail' },
      'images[0].datetime: expected a time, got "soon"',
    ],
    [
      'none where one must be',
      [at('a', null)],
      { onUnreadableTime: 'fail' },
      'images[0].datetime: expected a time, got null',
    ],
    [
      'an image without datetime',
      [{ file_name: 'a', location: 1 } as unknown as CctImage],
      {},
      'images[0].datetime: expected a time or null',
    ],
    [
      'an image without location',
      [{ file_name: 'a', datetime: null } as unknown as CctImage],
      {},
      'images[].location: expected a location',
    ],
    [
      'numbers and texts',
      [at('a', null, 1), at('b', null, '1')],
      {},
      'images[].location: expected one kind of location',
    ],
  ])('refuses %s', (_, images, options, message) => {
    const sequences = () => finishPieces(createSequences(images, { ...OPTIONS, ...options }));
    expect(sequences).toThrow(ParseError);
    expect(sequences).toThrow(message);
  });
});

describe('parseSequences', () => {
  const LIST = [
    { file_name: 'b', seq_id: 'two' },
    { file_name: 'a', seq_id: 'one' },
    { file_name: 'c', seq_id: 'two' },
  ];

  it.each([[LIST], [{ images: LIST }]])('groups the files %#', (json) => {
    expect(parseSequences(json)).toEqual([['b', 'c'], ['a']]);
  });

  it.each<[unknown, string]>([
    [null, 'images: expected a list, got null'],
    [{}, 'images: expected a list, got nothing'],
    [[{ file_name: 'a' }], "images[0].seq_id: expected the sequence's id, got nothing"],
    [[{ seq_id: 1 }], 'images[0].file_name: expected text, got nothing'],
    [[5], "images[0].seq_id: expected the sequence's id, got nothing"],
  ])('refuses %j', (json, message) => expect(() => parseSequences(json)).toThrow(message));
});
