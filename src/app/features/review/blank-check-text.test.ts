import { describe, expect, it } from 'vitest';
import { followBlankCheck, type BlankAnswer } from '../../../domain/review-modes/blank-check';
import { blankCheckText, intervalText } from './blank-check-text';
import { formatShare } from './format-share';

const filepaths = Array.from({ length: 40 }, (_, index) => `${index}.jpg`);
const sample = { filepaths, strata: [{ name: 'North', blanks: 40 }], stratumOf: new Uint32Array(40) };
const checkOf = (...answers: readonly BlankAnswer[]) =>
  followBlankCheck(sample, (filepath) => answers[filepaths.indexOf(filepath)], 0.95);
const report = { surveyName: 'Ridge', confidence: 0.95, seed: 7, model: 'demo 1.0', reviewer: 'Ada', at: 0 } as const;

describe('the result of a blank check', () => {
  it('says how it was found, with all its numbers', () => {
    const check = checkOf('blank', 'missed', 'unclear', 'blank');
    const lines = blankCheckText({ ...report, check }).split('\n');
    expect(lines[1]).toBe('Images that the machine calls blank: 40, of 1 camera');
    expect(lines[2]).toMatch(/^Looked at: 4, .*\(seed 7\)$/);
    expect(lines[3]).toBe('With something in them: 1; could not be told, counted as not looked at: 1');
    expect(lines[4]).toBe(
      `Missed, of all images called blank: 33.3%; 95% interval ${formatShare(check.missed.low)} to ${formatShare(check.missed.high)}`,
    );
    expect(lines[5]).toMatch(/^Method: Wilson/);
    expect(lines[6]).toBe('North: 40 blank, 3 looked at, 1 with something');
    expect(lines.slice(7)).toEqual(['Model: demo 1.0', 'Reviewer: Ada', '']);
  });

  it('names another method where nothing was found, and none before anything was looked at', () => {
    const nothing = blankCheckText({ ...report, check: checkOf('blank', 'blank') });
    expect(nothing).toContain('hypergeometric');
    expect(nothing).toContain('Missed, of all images called blank: 0%; 95% interval 0% to');
    expect(intervalText(checkOf(), 0.95)).toBeNull();
    expect(blankCheckText({ ...report, check: checkOf() })).not.toContain('Method');
  });
});

describe('formatShare', () => {
  it.each([
    [0.0048, '0.48%'],
    [0.12345, '12.3%'],
    [0, '0%'],
    [1, '100%'],
  ])('%d is %s', (share, text) => {
    expect(formatShare(share, 'en')).toBe(text);
  });
});
