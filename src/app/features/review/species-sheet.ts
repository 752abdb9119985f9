import type { SpeciesBox } from './species-boxes';

/** As many boxes as the eye takes in at once. */
export const SHEET_BOXES = 48;

/**
 * The boxes to look at next: of images that are left, in order, and an image never without all of its boxes, because what is said
 * is said of the image. At least one image, then as many as there is room for.
 */
export function sheetOf(
  boxes: readonly SpeciesBox[],
  isLeft: (filepath: string) => boolean,
  most = SHEET_BOXES,
): readonly SpeciesBox[] {
  const byImage = new Map<string, SpeciesBox[]>();
  for (const box of boxes) {
    if (!isLeft(box.filepath)) continue;
    const known = byImage.get(box.filepath);
    if (known === undefined) byImage.set(box.filepath, [box]);
    else known.push(box);
  }
  const sheet: SpeciesBox[] = [];
  for (const group of byImage.values()) {
    if (sheet.length > 0 && sheet.length + group.length > most) break;
    sheet.push(...group);
  }
  return sheet;
}

/** The images of a sheet, those that were chosen and the others. */
export function splitSheet(sheet: readonly SpeciesBox[], chosen: ReadonlySet<string>) {
  const filepaths = [...new Set(sheet.map(({ filepath }) => filepath))];
  return {
    odd: filepaths.filter((filepath) => chosen.has(filepath)),
    rest: filepaths.filter((filepath) => !chosen.has(filepath)),
  };
}
