import type { PixelSize } from '../../vision/raster';

/** A detector's layout by the shape of its answer: YOLOv5's with its classes, or the name of another one. */
export type DetectorLayout = { readonly classes: number } | { readonly unsupported: string };

/**
 * Judges the shape of an answer for an input of `size` network pixels. YOLOv5 exports give [1, n, 5 + classes]; YOLOv8,
 * v9 and v11 give [1, 4 + classes, n] with one row for each cell and no objectness; YOLOX one row for each cell with
 * boxes that still must be decoded; end-to-end exports give a few finished boxes. `names` = how many class names the
 * file has, null when it has none.
 */
export function judgeDetectorShape(dims: readonly number[], size: PixelSize, names: number | null): DetectorLayout {
  const shape = `[${dims.join(', ')}]`;
  const [batch, rows, columns] = dims;
  if (dims.length === 5) return { unsupported: `${shape}, raw feature maps without YOLOv5's detection layer` };
  if (dims.length !== 3 || batch !== 1 || rows === undefined || columns === undefined) return { unsupported: shape };
  const isCellCount = (count: number) => cellCounts(size).includes(count);
  if (rows < columns && (isCellCount(columns) || rows - 4 === names)) {
    return { unsupported: `YOLOv8, v9 or v11 style, ${shape}, without objectness` };
  }
  if (columns - 4 === names)
    return { unsupported: `YOLOv8, v9 or v11 style with rows and columns turned, ${shape}, without objectness` };
  if (isCellCount(rows))
    return { unsupported: `one row for each cell, ${shape}, as YOLOX and other anchor-free exports have` };
  if ((columns === 6 || columns === 7) && [100, 300, 1000].includes(rows) && names !== columns - 5) {
    return { unsupported: `end-to-end export, ${shape}, with the suppression of overlaps built in` };
  }
  const classes = columns - 5;
  if (classes < 1) return { unsupported: shape };
  if (names !== null && names !== classes) return { unsupported: `${shape} with ${names} class names` };
  return { classes };
}

/** Cells of all levels together, one row for each: three levels, or four. */
function cellCounts({ width, height }: PixelSize): number[] {
  return [
    [8, 16, 32],
    [8, 16, 32, 64],
  ].map((strides) =>
    strides.reduce((sum, stride) => sum + Math.floor(width / stride) * Math.floor(height / stride), 0),
  );
}

/** What must hold for the numbers themselves: box centres in pixels, objectness and classes 0..1; else what is wrong. */
export function judgeDetectorNumbers(data: Float32Array, columns: number): string | null {
  let furthest = 0;
  for (let row = 0; row < data.length; row += columns) {
    furthest = Math.max(furthest, data[row]!, data[row + 1]!);
    for (let column = 4; column < columns; column++) {
      const value = data[row + column]!;
      if (value < -0.001 || value > 1.001) return `objectness and classes that are not 0 to 1 (${value})`;
    }
  }
  return furthest <= 1.5 ? 'boxes as fractions of the image instead of pixels' : null;
}
