import type { CropRect } from '../vision/crop';
import type { Letterbox } from '../vision/letterbox';
import { letterboxTensor } from '../vision/letterbox-pixels';
import type { Raster } from '../vision/raster';
import { resizeCrops, type CropFormat } from '../vision/resize-crop';
import type { NetworkInput } from './network-ports';

/** Makes what the networks look at from an image's pixels. */
export interface InputMaker {
  /** Takes an image up. Inputs of the image before must not be used any more. Rejects with a NetworkError where that fails. */
  take(raster: Raster): Promise<ImageInputs>;
}

/** What the networks look at in one image. Both reject with a NetworkError where the device fails. */
export interface ImageInputs {
  /** [1, 3, plan.height, plan.width], planar RGB, 0..1: see `letterboxTensor`. */
  letterbox(plan: Letterbox): Promise<NetworkInput>;
  /** The crops one after the other, RGB, 0..1: see `resizeCrops`. Only until the next call. */
  crops(rects: readonly CropRect[], format: CropFormat): Promise<NetworkInput>;
}

/** Makes them on the processor, in this thread: as the reference does, bit for bit. */
export const inputsOnProcessor: InputMaker = {
  take: (raster) =>
    Promise.resolve({
      letterbox: (plan) => Promise.resolve(letterboxTensor(raster, plan)),
      // Throws for a crop without pixels: as a rejection.
      crops: async (rects, format) => Promise.resolve(resizeCrops(raster, rects, format)),
    }),
};
