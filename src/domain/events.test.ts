import { describe, expect, it } from 'vitest';
import { createRandom } from '../../test/synthetic-inferences';
import { EVENT_DEFAULTS, findEvents, type EventImage, type EventOptions } from './events';
import { finishPieces } from './finish-pieces';
import { folderOf } from './megadetector/camera-folder';
import { formatWallClock, parseWallClock } from './wall-clock';

const find = (images: readonly EventImage[], options: Partial<EventOptions> = {}) =>
  finishPieces(findEvents(images, { ...EVENT_DEFAULTS, ...options }));

const at = (filepath: string, time: string | null): EventImage => ({
  filepath,
  capturedAt: time === null ? null : `2024-05-01T${time}`,
});

describe('findEvents', () => {
  const FOUR = [
    at('a/1.jpg', '10:00:00'),
    at('a/2.jpg', '10:01:00'),
    at('a/3.jpg', '10:02:00'),
    at('a/4.jpg', '10:03:01'),
  ];

  it.each<[string, readonly EventImage[], Partial<EventOptions>, readonly (readonly string[])[]]>([
    ['counts gaps from the image before; 61 s split', FOUR, {}, [['a/1.jpg', 'a/2.jpg', 'a/3.jpg'], ['a/4.jpg']]],
    ['takes a longer gap', FOUR, { gapSeconds: 61 }, [['a/1.jpg', 'a/2.jpg', 'a/3.jpg', 'a/4.jpg']]],
    ['takes no gap at all', FOUR, { gapSeconds: 0 }, [['a/1.jpg'], ['a/2.jpg'], ['a/3.jpg'], ['a/4.jpg']]],
    ['orders by time', [at('a/2.jpg', '10:00:30'), at('a/1.jpg', '10:00:00')], {}, [['a/1.jpg', 'a/2.jpg']]],
    ['orders one second by path', [at('a/2.jpg', '10:00:00'), at('a/1.jpg', '10:00:00')], {}, [['a/1.jpg', 'a/2.jpg']]],
    ['parts deployments', [at('a/1.jpg', '10:00:00'), at('b/1.jpg', '10:00:00')], {}, [['a/1.jpg'], ['b/1.jpg']]],
    [
      'joins overflow folders',
      [at('a/101RECNX/1.jpg', '10:00:20'), at('a/100RECNX/9.jpg', '10:00:00')],
      {},
      [['a/100RECNX/9.jpg', 'a/101RECNX/1.jpg']],
    ],
    [
      'parts them when every folder is a deployment',
      [at('a/100RECNX/9.jpg', '10:00:00'), at('a/101RECNX/1.jpg', '10:00:20')],
      { deploymentOf: folderOf },
      [['a/100RECNX/9.jpg'], ['a/101RECNX/1.jpg']],
    ],
    ['finds none in nothing', [], {}, []],
  ])('%s', (_, images, options, expected) => {
    expect(find(images, options).events.map(({ filepaths }) => filepaths)).toEqual(expected);
  });

  it('says deployment, start, end and the event of an image', () => {
    const { events, eventIdOf, untimed } = find([...FOUR, at('a/5.jpg', null), { filepath: 'x', capturedAt: '0000' }]);
    expect(events[0]).toEqual({
      id: 'a/1.jpg',
      deployment: 'a',
      filepaths: ['a/1.jpg', 'a/2.jpg', 'a/3.jpg'],
      start: '2024-05-01T10:00:00',
      end: '2024-05-01T10:02:00',
    });
    expect(eventIdOf.get('a/3.jpg')).toBe('a/1.jpg');
    expect(eventIdOf.get('a/5.jpg')).toBeUndefined();
    expect(untimed).toEqual(['a/5.jpg', 'x']);
  });

  it('keeps the id while more images come and the gap changes', () => {
    const more = [...FOUR, at('a/0.jpg', '10:00:00'), at('a/9.jpg', '09:00:00'), at('a/6.jpg', '10:03:30')];
    expect(find(FOUR).events.map(({ id }) => id)).toEqual(['a/1.jpg', 'a/4.jpg']);
    expect(find(more).events.map(({ id }) => id)).toEqual(['a/9.jpg', 'a/0.jpg', 'a/4.jpg']);
    expect(find(FOUR, { gapSeconds: 3600 }).events.map(({ id }) => id)).toEqual(['a/1.jpg']);
  });

  it.each([1, 2, 3])('parts the timed images of a survey, whatever their order (seed %i)', (seed) => {
    const random = createRandom(seed);
    const images = Array.from({ length: 400 }, (_, index) => ({
      filepath: `site/cam${Math.floor(random() * 5)}/${100 + Math.floor(random() * 2)}RECNX/IMG_${index}.JPG`,
      capturedAt: random() < 0.1 ? null : formatWallClock(1_700_000_000 + Math.floor(random() * 9_000)),
    }));
    const found = find(images);
    const timed = images.filter(({ capturedAt }) => capturedAt !== null).map(({ filepath }) => filepath);
    expect(found.events.flatMap(({ filepaths }) => filepaths).sort()).toEqual(timed.sort());
    expect(found.untimed).toHaveLength(images.length - timed.length);
    expect(new Set(found.events.map(({ id }) => id)).size).toBe(found.events.length);

    const timeOf = new Map(images.map(({ filepath, capturedAt }) => [filepath, parseWallClock(capturedAt ?? '')]));
    const ends = new Map<string, number>();
    for (const { id, deployment, filepaths, start, end } of found.events) {
      const times = filepaths.map((filepath) => timeOf.get(filepath)!);
      expect(times.every((time, i) => i === 0 || (time >= times[i - 1]! && time - times[i - 1]! <= 60))).toBe(true);
      expect([start, end]).toEqual([formatWallClock(times[0]!), formatWallClock(times.at(-1)!)]);
      expect(times[0]! - (ends.get(deployment) ?? -Infinity)).toBeGreaterThan(60);
      expect(filepaths.every((filepath) => found.eventIdOf.get(filepath) === id)).toBe(true);
      ends.set(deployment, times.at(-1)!);
    }

    const byId = (events: typeof found.events) => new Map(events.map((event) => [event.id, event]));
    expect(byId(find(images.toReversed()).events)).toEqual(byId(found.events));
  });
});
