import { describe, expect, it } from 'vitest';
import { groupImages, type GroupValues } from './group-images';
import type { Grouping, ImageSort } from './list-look';

const order = Uint32Array.from([5, 4, 3, 2, 1, 0]);
const values: GroupValues = Int32Array.from([2, 2, 2, 0, -1, 1]);

function group(grouping: Exclude<Grouping, 'none'>, sort: ImageSort = 'name') {
  const { order: images, groups } = groupImages(order, values, grouping, sort);
  return groups.map(({ value, start, end }) => `${value}:${[...images.slice(start, end)].join('')}`);
}

describe('groupImages', () => {
  it('keeps events in the order of their first image', () => {
    expect(group('event')).toEqual(['1:5', '0:3', '2:210', '-1:4']);
  });

  it('puts the most frequent species first', () => {
    expect(group('species')).toEqual(['2:210', '1:5', '0:3', '-1:4']);
  });

  it('keeps folders and hours in their own order, days too', () => {
    expect(group('folder')).toEqual(['0:3', '1:5', '2:210', '-1:4']);
    expect(group('hour', 'newest')).toEqual(['0:3', '1:5', '2:210', '-1:4']);
    expect(group('day')).toEqual(['0:3', '1:5', '2:210', '-1:4']);
  });

  it('puts the last day first where the newest images come first', () => {
    expect(group('day', 'newest')).toEqual(['2:210', '1:5', '0:3', '-1:4']);
  });

  it('has no groups without images', () => {
    expect(groupImages(new Uint32Array(0), values, 'event', 'name').groups).toEqual([]);
  });
});
