import { roundHalfEven } from './round-half-even';

/** For each place of a resized row or column: the two source places it lies between, and their weights (of 2048). */
export interface LinearTaps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight0: Int32Array;
  readonly weight1: Int32Array;
}

/** Columns of OpenCV 4.6's `resize(…, INTER_LINEAR)`: at the left and right edge the outermost pixel has the whole weight. */
export function linearColumns(sourceWidth: number, width: number): LinearTaps {
  const last = sourceWidth - 1;
  return createTaps(sourceWidth, width, (index, fraction) => {
    if (index < 0) return { first: 0, second: Math.min(1, last), fraction: 0 };
    if (index >= last) return { first: last, second: last, fraction: 0 };
    return { first: index, second: index + 1, fraction };
  });
}

/** Rows of the same: at the upper and lower edge OpenCV keeps the weights and repeats the outermost row. */
export function linearRows(sourceHeight: number, height: number): LinearTaps {
  const clamp = (index: number) => Math.min(Math.max(index, 0), sourceHeight - 1);
  return createTaps(sourceHeight, height, (index, fraction) => {
    return { first: clamp(index), second: clamp(index + 1), fraction };
  });
}

function createTaps(
  sourceLength: number,
  length: number,
  atEdges: (index: number, fraction: number) => { first: number; second: number; fraction: number },
): LinearTaps {
  const taps = {
    first: new Int32Array(length),
    second: new Int32Array(length),
    weight0: new Int32Array(length),
    weight1: new Int32Array(length),
  };
  // OpenCV inverts the inverse: 1 / (length / sourceLength) may differ from the direct quotient in the last bit.
  const scale = 1 / (length / sourceLength);
  for (let i = 0; i < length; i++) {
    const place = f32((i + 0.5) * scale - 0.5);
    const index = Math.floor(place);
    const { first, second, fraction } = atEdges(index, f32(place - index));
    taps.first[i] = first;
    taps.second[i] = second;
    taps.weight0[i] = roundHalfEven(f32(1 - fraction) * 2048);
    taps.weight1[i] = roundHalfEven(fraction * 2048);
  }
  return taps;
}

const f32 = Math.fround;
