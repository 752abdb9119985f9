/** What a wheel event says; a trackpad's two fingers and its pinch come as wheel events too. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 = px, 1 = lines, 2 = pages. */
  readonly deltaMode: number;
  /** Browsers set it for the pinch of a trackpad, whose steps are much smaller than a wheel's. */
  readonly ctrlKey: boolean;
}

export type WheelAct = { readonly act: 'zoom'; readonly factor: number } | { readonly act: 'pan'; readonly dx: number };

const PX_PER_UNIT = [1, 33, 400] as const;
/** One notch of a common wheel, 100 px, is about one ZOOM_STEP. */
const ZOOM_PER_PX = 0.0022;
const ZOOM_PER_PINCHED_PX = 0.01;
/** One event never does more than this, however far a free-running wheel turned. */
const LARGEST_FACTOR = 2;

/** Up and down zoom; sideways (a tilted wheel, Shift and wheel, a trackpad) pans. */
export function actOfWheel({ deltaX, deltaY, deltaMode, ctrlKey }: WheelTurn): WheelAct {
  const unit = PX_PER_UNIT[deltaMode] ?? 1;
  if (!ctrlKey && Math.abs(deltaX) > Math.abs(deltaY)) return { act: 'pan', dx: -deltaX * unit };
  const factor = Math.exp(-deltaY * unit * (ctrlKey ? ZOOM_PER_PINCHED_PX : ZOOM_PER_PX));
  return { act: 'zoom', factor: Math.min(LARGEST_FACTOR, Math.max(1 / LARGEST_FACTOR, factor)) };
}

const SWIPE_PX = 60;

/** A way of one finger, in px: -1 = swept to the left, to the next image; 1 = to the previous one; null = no sweep. */
export function swipeOf(dx: number, dy: number): -1 | 1 | null {
  if (Math.abs(dx) <= SWIPE_PX || Math.abs(dx) <= 2 * Math.abs(dy)) return null;
  return dx > 0 ? 1 : -1;
}
