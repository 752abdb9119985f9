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

/** A photo and the stage it is shown on. */
export interface Scene {
  readonly photo: Size;
  /** CSS px. */
  readonly stage: Size;
  /** Px of the screen for each CSS px. */
  readonly pixelRatio: number;
}

/** One press of + or -, one notch of a wheel. */
export const ZOOM_STEP = 1.25;
const LARGEST_SCALE = 16;

/** The whole photo, centred; a small photo is enlarged too, so that a thumbnail is not lost on the stage. */
export function fitPhoto({ photo, stage }: Scene): Viewport {
  const scale = Math.min(stage.width / photo.width, stage.height / photo.height);
  return {
    scale,
    x: (stage.width - photo.width * scale) / 2,
    y: (stage.height - photo.height * scale) / 2,
  };
}

/** One px of the photo for each px of the screen. */
export function actualScale({ pixelRatio }: Scene): number {
  return 1 / pixelRatio;
}

/**
 * Shows the photo at `scale` so that what is under `at` stays under it. Not smaller than the whole photo (or one to one,
 * where that is smaller still), not above 16 px for each pixel.
 */
export function zoomTo(view: Viewport, scale: number, at: Point, scene: Scene): Viewport {
  const least = leastScale(scene);
  const next = Math.min(Math.max(LARGEST_SCALE, least), Math.max(least, scale));
  const ratio = next / view.scale;
  return keepOnStage({ scale: next, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio }, scene);
}

export function zoomBy(view: Viewport, factor: number, at: Point, scene: Scene): Viewport {
  return zoomTo(view, view.scale * factor, at, scene);
}

/** Two fingers went from `before` to `after`: what was between them stays between them, and grows as they part. */
export function pinch(
  view: Viewport,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
  scene: Scene,
): Viewport {
  const [from, to] = [between(...before), between(...after)];
  const moved = { ...view, x: view.x + to.x - from.x, y: view.y + to.y - from.y };
  return zoomBy(moved, distance(...after) / Math.max(1, distance(...before)), to, scene);
}

export function panBy(view: Viewport, dx: number, dy: number, scene: Scene): Viewport {
  return keepOnStage({ ...view, x: view.x + dx, y: view.y + dy }, scene);
}

/**
 * Each edge of the photo may come in as far as it lies when the photo is fitted, so that zooming in from there never has to
 * give way. A side that is smaller than fitted is centred.
 */
export function keepOnStage(view: Viewport, scene: Scene): Viewport {
  const { photo, stage } = scene;
  const fitted = fitPhoto(scene);
  const place = (offset: number, length: number, room: number, margin: number) =>
    length <= room - 2 * margin ? (room - length) / 2 : Math.min(margin, Math.max(room - margin - length, offset));
  return {
    scale: view.scale,
    x: place(view.x, photo.width * view.scale, stage.width, fitted.x),
    y: place(view.y, photo.height * view.scale, stage.height, fitted.y),
  };
}

export function isFitted({ scale }: Viewport, scene: Scene): boolean {
  return isSameScale(scale, fitPhoto(scene).scale);
}

/** As small as it gets: zooming out does nothing. */
export function isSmallest({ scale }: Viewport, scene: Scene): boolean {
  return scale <= leastScale(scene) * (1 + 1e-6);
}

export function isActual({ scale }: Viewport, scene: Scene): boolean {
  return isSameScale(scale, actualScale(scene));
}

const leastScale = (scene: Scene) => Math.min(fitPhoto(scene).scale, actualScale(scene));
const isSameScale = (a: number, b: number) => Math.abs(a - b) < 1e-6 * b;
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
