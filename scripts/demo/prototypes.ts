import { Canvas } from './canvas';
import { CROP, featuresOf } from './classifier-features';
import { demoLabels, indexOfAnswer } from './demo-taxonomy';
import type { Answer } from './demo-taxonomy';
import { drawFigure, extentOf } from './figures/figure';
import { specimens } from './specimens';
import type { Specimen } from './specimens';

/** A point in feature space and what the classifier answers there. */
export interface Prototype {
  readonly name: string;
  readonly features: readonly number[];
  /** A share for each label; they add up to 1. */
  readonly answers: readonly number[];
}

/** Each specimen in a studio, once per side: this stands in for training. */
export function createPrototypes(): readonly Prototype[] {
  return specimens.flatMap((specimen) => {
    const sides = specimen.figure === null ? (['right'] as const) : (['right', 'left'] as const);
    const answers = answersOf(specimen);
    return sides.map((looks) => ({
      name: `${specimen.name}, ${looks}`,
      features: featuresOf(portrait(specimen, looks)).map((value) => Math.round(value * 4096) / 4096),
      answers,
    }));
  });
}

/** The figure fills the crop from edge to edge, as a detector's box leaves it. */
function portrait({ figure, light }: Specimen, looks: 'left' | 'right'): Canvas {
  const canvas = new Canvas(CROP, CROP);
  canvas.wash(0, CROP, light === 'day' ? [138, 150, 104] : [60, 60, 60]);
  if (figure === null) return canvas;
  const extent = extentOf(figure);
  const size = CROP / (extent.bottom - extent.top);
  const stretch = CROP / ((extent.right - extent.left) * size);
  const x = looks === 'right' ? -extent.left * size * stretch : extent.right * size * stretch;
  drawFigure(canvas, figure, { x, y: CROP + extent.top * size, size, looks, stretch });
  return canvas;
}

function answersOf({ answers }: Specimen): number[] {
  const named = Object.entries(answers) as [Answer, number][];
  const rest = 1 - named.reduce((sum, [, share]) => sum + share, 0);
  const shares = demoLabels.map(() => rest / demoLabels.length);
  for (const [answer, share] of named) shares[indexOfAnswer(answer)]! += share;
  return shares;
}
