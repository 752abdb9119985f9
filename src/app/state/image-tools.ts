import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { AS_IT_IS, parseAdjustments, type PictureAdjustments } from '../shared/images/picture-adjustments';

/** Photos of an event each second. */
export const FLICKER_SPEEDS = [2, 4, 8] as const;
export type FlickerSpeed = (typeof FLICKER_SPEEDS)[number];

/** How many times the difference of two photos is amplified. */
export const DIFFERENCE_GAINS = [1, 2, 4, 8, 16] as const;
export type DifferenceGain = (typeof DIFFERENCE_GAINS)[number];

/** How a person looks at photos: the same for every photo and survey. */
export interface ImageTools {
  readonly adjustments: PictureAdjustments;
  /** The next photo of the same size is shown at the same zoom and place. */
  readonly keepsZoom: boolean;
  readonly isStripOpen: boolean;
  readonly speed: FlickerSpeed;
  readonly gain: DifferenceGain;
}

const KEY = 'understory-image-tools';

const store = createStore<ImageTools>(() => parseImageTools(readKept()));

/** Kept for this tab only: a photo that looks other than it is must not surprise anybody next week. */
export function useImageTools(): ImageTools {
  return useStore(store);
}

export function changeImageTools(change: Partial<ImageTools>): void {
  store.setState(change);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(store.getState()));
  } catch {
    return; // no room or no storage: it then lasts until the page is reloaded
  }
}

function readKept(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as unknown;
  } catch {
    return null; // unreadable, or outside of a browser
  }
}

/** Anything may lie in the browser's storage: unknown parts start anew. */
export function parseImageTools(kept: unknown): ImageTools {
  const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  return {
    adjustments: found['adjustments'] === undefined ? AS_IT_IS : parseAdjustments(found['adjustments']),
    keepsZoom: found['keepsZoom'] === true,
    isStripOpen: found['isStripOpen'] !== false,
    speed: FLICKER_SPEEDS.find((speed) => speed === found['speed']) ?? 2,
    gain: DIFFERENCE_GAINS.find((gain) => gain === found['gain']) ?? 4,
  };
}
