import type { Canvas, Color } from '../canvas';
import { raccoonAtNight } from '../figures/raccoon';
import { paintGround } from '../landscape/backdrop';
import { paintGrass, paintTrunk } from '../landscape/plants';
import { createDice, ramp } from '../noise';
import type { Subject } from './scene';
import { standing } from './standing';

/** What an infrared flash reaches: a bright animal, dim grass, trunks that fade into the dark. */
export function paintNightWood(canvas: Canvas): Subject {
  canvas.wash(0, 960, (x, y) => {
    const d = Math.sqrt((x - 620) * (x - 620) * 0.55 + (y - 700) * (y - 700));
    const v = 14 + 62 * (1 - ramp(60, 640, d));
    return [v, v, v];
  });
  const dice = createDice(201);
  for (let i = 0; i < 13; i++)
    paintTrunk(canvas, 30 + i * 104 + dice() * 40, 560 + dice() * 60, 18 + dice() * 22, [58, 58, 58], 202 + i);
  paintTrunk(canvas, 150, 740, 92, [92, 92, 92], 222);
  paintTrunk(canvas, 1130, 700, 70, [80, 80, 80], 223);
  paintGround(canvas, {
    fromY: 600,
    far: [34, 34, 34],
    near: [74, 74, 74],
    patch: [92, 92, 92],
    relief: 0.5,
    seed: 224,
  });
  const colors: Color[] = [
    [74, 74, 74],
    [88, 88, 88],
    [62, 62, 62],
  ];
  paintGrass(canvas, { fromY: 620, toY: 780, count: 420, length: [12, 40], colors, seed: 225 });
  const subject = standing(
    canvas,
    raccoonAtNight(),
    { x: 640, y: 790, size: 330, looks: 'left' },
    { label: 'animal', shadow: [12, 12, 12], grass: colors },
  );
  paintGrass(canvas, { fromY: 790, toY: 960, count: 260, length: [34, 86], colors, seed: 226 });
  return subject;
}

/** Infrared pictures have no colour at all; rounding must not bring any back. */
export function fadeToGrey(canvas: Canvas): void {
  for (let i = 0; i < canvas.data.length; i += 3) {
    const value = canvas.data[i + 1]!;
    canvas.data[i] = value;
    canvas.data[i + 2] = value;
  }
}
