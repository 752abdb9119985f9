import { actualScale, type Point, type Scene, type Size, type Viewport } from './viewport';

/** What the magnifier shows: `left`/`top` of the glass on the stage, and the photo inside it. CSS px. */
export interface LensPlace {
  readonly left: number;
  readonly top: number;
  readonly photo: Viewport;
}

/** Px of the screen for each pixel of the photo. */
export const LENS_SCALE = 2;

export interface Glass extends Size {
  /** How far above the pointer its middle lies: a finger must not cover what it points at. */
  readonly lift: number;
}

/**
 * The glass over the pointer's point of the stage, moved inwards at the edges; in its middle the pixel that is under the point.
 * Where the stage itself shows more than the lens would, the lens still doubles it.
 */
export function placeLens(pointer: Point, glass: Glass, view: Viewport, scene: Scene): LensPlace {
  // The stage may have become smaller since the pointer was there.
  const at = { x: inside(pointer.x, 0, scene.stage.width), y: inside(pointer.y, 0, scene.stage.height) };
  const scale = LENS_SCALE * Math.max(actualScale(scene), view.scale);
  const pixel = { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
  return {
    left: inside(at.x - glass.width / 2, glass.width, scene.stage.width),
    top: inside(at.y - glass.lift - glass.height / 2, glass.height, scene.stage.height),
    photo: { scale, x: glass.width / 2 - pixel.x * scale, y: glass.height / 2 - pixel.y * scale },
  };
}

const inside = (start: number, length: number, room: number) => Math.max(0, Math.min(room - length, start));
