import { expect, it } from 'vitest';
import { fitLetterbox } from '../../src/vision/letterbox';
import { describeGolden } from './golden-folder';

interface LetterboxCase {
  readonly id: string;
  readonly in: { readonly width: number; readonly height: number };
  readonly out: Readonly<Record<string, number>>;
}

describeGolden<{ cases: LetterboxCase[] }>('speciesnet/letterbox.json', ({ cases }) => {
  it.each(cases)('$id: $in.width x $in.height', ({ in: size, out }) => {
    const plan = fitLetterbox(size, 'dynamic');
    expect(plan).not.toBeNull();
    if (plan === null) return;
    expect({
      final_width: plan.width,
      final_height: plan.height,
      pad_left: plan.left,
      pad_top: plan.top,
      pad_right: plan.right,
      pad_bottom: plan.bottom,
      new_width: plan.resized.width,
      new_height: plan.resized.height,
    }).toEqual({
      final_width: out['final_width'],
      final_height: out['final_height'],
      pad_left: out['pad_left'],
      pad_top: out['pad_top'],
      pad_right: out['pad_right'],
      pad_bottom: out['pad_bottom'],
      new_width: out['new_width'],
      new_height: out['new_height'],
    });
    // The halves of the padding that the reference returns; our plan holds the whole pixels made of them.
    expect((plan.left + plan.right) / 2).toBe(out['dw']);
    expect((plan.top + plan.bottom) / 2).toBe(out['dh']);
  });
});
