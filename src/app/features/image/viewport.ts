/** Where the photo lies on the stage: `scale` px of the stage for each px of the photo, `x`/`y` its upper left corner. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One press of + or -, one notch of a wheel. */
export const ZOOM_STEP = 1.25;
const LARGEST_SCALE = 16;

/** The whole photo, centred; a small photo is enlarged too, so that a thumbnail is not lost on the stage. */
export function fitPhoto(photo: Size, stage: Size): Viewport {
  const scale = Math.min(stage.width / photo.width, stage.height / photo.height);
  return {
    scale,
    x: (stage.width - photo.width * scale) / 2,
    y: (stage.height - photo.height * scale) / 2,
  };
}

/** Zooms so that what is under `at` stays under it; not below the fitted size, not above 16 px for each pixel. */
export function zoomAt(view: Viewport, factor: number, at: Point, photo: Size, stage: Size): Viewport {
  const fitted = fitPhoto(photo, stage);
  const scale = Math.min(Math.max(LARGEST_SCALE, fitted.scale), Math.max(fitted.scale, view.scale * factor));
  const ratio = scale / view.scale;
  return keepOnStage({ scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio }, photo, stage);
}

/** One px of the photo for each px of the screen, around the middle of the stage. */
export function showActualPixels(view: Viewport, photo: Size, stage: Size, pixelRatio: number): Viewport {
  const middle = { x: stage.width / 2, y: stage.height / 2 };
  return zoomAt(view, 1 / pixelRatio / view.scale, middle, photo, stage);
}

export function panBy(view: Viewport, dx: number, dy: number, photo: Size, stage: Size): Viewport {
  return keepOnStage({ ...view, x: view.x + dx, y: view.y + dy }, photo, stage);
}

/** A side that is larger than the stage covers it; a smaller one is centred. */
export function keepOnStage(view: Viewport, photo: Size, stage: Size): Viewport {
  const place = (offset: number, length: number, room: number) =>
    length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, offset));
  return {
    scale: view.scale,
    x: place(view.x, photo.width * view.scale, stage.width),
    y: place(view.y, photo.height * view.scale, stage.height),
  };
}

export function isFitted(view: Viewport, photo: Size, stage: Size): boolean {
  return Math.abs(view.scale - fitPhoto(photo, stage).scale) < 1e-6;
}
