import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { folderOf } from '../megadetector/camera-folder';
import { followBlankCheck, type BlankAnswer } from './blank-check';
import { orderBlankSample } from './order-blank-sample';

const images = 'a b c d e f'
  .split(' ')
  .flatMap((folder) => Array.from({ length: 10 }, (_, index) => `${folder}/${index}.jpg`));
const sample = finishPieces(orderBlankSample(images, { stratumOf: folderOf, seed: 1 }));
const follow = (answers: ReadonlyMap<string, BlankAnswer>) =>
  followBlankCheck(sample, (filepath) => answers.get(filepath), 0.95);
const first = (count: number, answer: BlankAnswer) =>
  new Map(sample.filepaths.slice(0, count).map((filepath) => [filepath, answer]));

describe('followBlankCheck', () => {
  it('starts with the first image', () => {
    expect(follow(new Map())).toMatchObject({
      answered: 0,
      next: sample.filepaths[0],
      looked: 0,
      missed: { share: null, low: 0, high: 1 },
    });
  });

  it('counts by stratum and names the missed ones', () => {
    const answers = first(12, 'blank').set(sample.filepaths[3]!, 'missed').set(sample.filepaths[5]!, 'unclear');
    const check = follow(answers);
    expect(check).toMatchObject({ answered: 12, next: sample.filepaths[12], looked: 11, unclear: 1 });
    expect(check.found).toEqual([sample.filepaths[3]]);
    expect(check.strata.map(({ name }) => name)).toEqual('a b c d e f'.split(' '));
    const unclearIn = folderOf(sample.filepaths[5]!);
    for (const { name, looked, blanks, found } of check.strata) {
      expect([blanks, looked]).toEqual([10, name === unclearIn ? 1 : 2]);
      expect(found).toBe(name === folderOf(sample.filepaths[3]!) ? 1 : 0);
    }
    expect(check.missed.method).toBe('score');
  });

  it('leaves out what was answered beyond the first open image, and goes on there', () => {
    const answers = first(20, 'blank').set(sample.filepaths[40]!, 'missed');
    expect(follow(answers)).toMatchObject({ answered: 20, found: [] });
    answers.delete(sample.filepaths[4]!);
    expect(follow(answers)).toMatchObject({ answered: 4, next: sample.filepaths[4] });
  });

  it('ends with the number itself', () => {
    const answers = first(60, 'blank').set(sample.filepaths[9]!, 'missed');
    expect(follow(answers)).toMatchObject({
      next: null,
      missed: { share: 1 / 60, low: 1 / 60, high: 1 / 60, method: 'complete' },
    });
    answers.set(sample.filepaths[10]!, 'unclear');
    const { missed } = follow(answers);
    expect(missed.low).toBe(1 / 60);
    expect(missed.high).toBe(2 / 60);
  });

  it('has nothing to do without blanks', () => {
    const none = finishPieces(orderBlankSample([], { stratumOf: folderOf, seed: 1 }));
    expect(followBlankCheck(none, () => undefined, 0.95)).toMatchObject({
      next: null,
      missed: { share: null, low: 0, high: 0, method: 'none' },
    });
  });
});
