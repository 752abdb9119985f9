import { letterboxTensor } from '../vision/letterbox-pixels';
import { resizeCrops } from '../vision/resize-crop';
import type { InputMaker } from './network-ports';

/** Makes the networks' inputs on the processor, in this thread: as the reference does, bit for bit. */
export const inputsOnProcessor: InputMaker = {
  take: (raster) =>
    Promise.resolve({
      letterbox: (plan) => Promise.resolve(letterboxTensor(raster, plan)),
      // Throws for a crop without pixels: as a rejection.
      crops: async (rects, format) => Promise.resolve(resizeCrops(raster, rects, format)),
    }),
};
