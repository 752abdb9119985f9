import type { ImageProblem, ImageProblemCode } from '../../domain/failure';
import { tooManyPixels } from '../../domain/image-file/header-problem';
import type { Raster } from '../../vision/raster';

/** A decoded image, or why it cannot be one. */
export type DecodeOutcome = { readonly kind: 'decoded'; readonly raster: Raster } | UnreadableOutcome;

export interface UnreadableOutcome {
  readonly kind: 'unreadable';
  readonly problem: ImageProblem;
}

export function decoded(raster: Raster): DecodeOutcome {
  return { kind: 'decoded', raster };
}

export function unreadable(code: ImageProblemCode, detail: string): UnreadableOutcome {
  return { kind: 'unreadable', problem: { code, detail } };
}

export function tooLarge(size: { readonly width: number; readonly height: number }): DecodeOutcome {
  return { kind: 'unreadable', problem: tooManyPixels(size) };
}
