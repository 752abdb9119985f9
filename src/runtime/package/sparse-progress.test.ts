import { expect, it } from 'vitest';
import type { PackageProgress } from '../../rpc/package-api';
import { createSparseProgress } from './sparse-progress';

const MIB = 1024 * 1024;

it('leaves out what is between the steps', () => {
  const told: PackageProgress[] = [];
  const onProgress = createSparseProgress((progress) => told.push(progress));
  for (let done = 1; done <= 10; done++)
    onProgress({ step: 'unpacking', name: 'a', done: done * MIB, total: 10 * MIB });
  onProgress({ step: 'unpacking', name: 'b', done: 1, total: 9 });
  onProgress({ step: 'hashing', name: 'b', done: 2, total: 9 });
  onProgress({ step: 'hashing', name: 'b', done: 3, total: 9 });
  onProgress({ step: 'hashing', name: 'b', done: 9, total: 9 });
  expect(told.map(({ step, name, done }) => [step, name, done >= MIB ? done / MIB : done])).toEqual([
    ['unpacking', 'a', 1],
    ['unpacking', 'a', 3],
    ['unpacking', 'a', 5],
    ['unpacking', 'a', 7],
    ['unpacking', 'a', 9],
    ['unpacking', 'a', 10],
    ['unpacking', 'b', 1],
    ['hashing', 'b', 2],
    ['hashing', 'b', 9],
  ]);
});
