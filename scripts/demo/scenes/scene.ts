import type { Canvas } from '../canvas';
import type { Extent } from '../figures/figure';

/** Something a detector should find. */
export interface Subject {
  readonly label: 'animal' | 'human' | 'vehicle';
  readonly extent: Extent;
}

/** A picture as a camera would have taken it. */
export interface Scene {
  /** Path in the demonstration folder. */
  readonly path: string;
  /** What the camera calls itself on the data strip. */
  readonly camera: string;
  /** `YYYY-MM-DD HH:MM:SS`. */
  readonly takenAt: string;
  readonly celsius: number;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** Draws the picture without its data strip and returns what is in it, most prominent first. */
  readonly paint: (canvas: Canvas) => readonly Subject[];
}
