import type { PixelSize } from '../../vision/raster';

/**
 * A made-up picture for trying a network: a sloping background, saturated rectangles and noise, so that filters for
 * colours, edges and textures all have something to answer to. The same number gives the same picture for ever;
 * different numbers give different ones. Planar ('nchw', [3, height, width]) or interleaved ('nhwc'), RGB, 0..1.
 */
export function createTestPicture(number: number, size: PixelSize, layout: 'nchw' | 'nhwc'): Float32Array {
  const { width, height } = size;
  const random = createRandom(number + 1);
  const background = [random(), random(), random()];
  const blocks = Array.from({ length: 12 }, () => ({
    left: random() * 0.8 * width,
    top: random() * 0.8 * height,
    width: (0.05 + random() * 0.3) * width,
    height: (0.05 + random() * 0.3) * height,
    colour: [random(), random(), random()].map((value) => Math.round(value * 2) / 2),
  }));
  const picture = new Float32Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const slope = 0.4 * (x / width + y / height);
      const noise = 0.1 * random();
      const block = blocks.find(
        ({ left, top, width: w, height: h }) => x >= left && x < left + w && y >= top && y < top + h,
      );
      for (let channel = 0; channel < 3; channel++) {
        const base = block?.colour[channel] ?? background[channel]! * 0.6 + slope * 0.5;
        const index = layout === 'nchw' ? (channel * height + y) * width + x : (y * width + x) * 3 + channel;
        picture[index] = Math.min(1, base * 0.9 + noise);
      }
    }
  }
  return picture;
}

/** Park and Miller's generator: 0 to 1, the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed * 16807;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
