import { describe, expect, it } from 'vitest';
import { CheckpointError } from './checkpoint-error';

const CONTENTS = { opcodes: { STOP: 1 }, globals: {}, rootKeys: [] };

describe('CheckpointError', () => {
  it.each([
    ['model.0', 'model.0: expected a module'],
    ['', 'expected a module'],
    [`${'x'.repeat(1000)}.weight`, `…${'x'.repeat(293)}.weight: expected a module`],
  ])('says where it is, and shortens names that a file made long', (where, message) => {
    expect(new CheckpointError('unsupported', 'expected a module', where).message).toBe(message);
  });

  it('takes contents once', () => {
    const error = new CheckpointError('damaged', 'cut off');
    expect(CheckpointError.withContents(error, CONTENTS)).toBe(error);
    CheckpointError.withContents(error, { ...CONTENTS, rootKeys: ['later'] });
    expect(error.contents).toBe(CONTENTS);
  });

  it('leaves other errors alone', () => {
    expect(CheckpointError.withContents('text', CONTENTS)).toBe('text');
  });
});
