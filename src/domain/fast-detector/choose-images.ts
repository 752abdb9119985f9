import { FEWEST_COMPARED } from './detector-agreement';

/** Ranges settle with few pictures: measured, see docs/guide/speed.md. */
const MOST_CALIBRATING = 16;
/** With fewer, a range says more of one picture than of the detector. */
export const FEWEST_CALIBRATING = 4;
/** With 48 pictures a single one that differs is 2 %, and the reference's own pass still ends in minutes. */
const MOST_COMPARED = 48;

/** The fewest images with which a fast detector can be made and measured. */
export const FEWEST_IMAGES = FEWEST_CALIBRATING + FEWEST_COMPARED;

/** Images for making a fast detector, and others for measuring it. */
export interface ChosenImages<Image> {
  readonly calibrating: readonly Image[];
  readonly comparing: readonly Image[];
}

/**
 * Chooses images spread evenly over a survey, so that all cameras and hours have their part, and none twice. `null` = there
 * are too few. `needsCalibration` false: all are for measuring.
 */
export function chooseImages<Image>(images: readonly Image[], needsCalibration: boolean): ChosenImages<Image> | null {
  const fewest = needsCalibration ? FEWEST_IMAGES : FEWEST_COMPARED;
  if (images.length < fewest) return null;
  const wanted = Math.min(images.length, MOST_COMPARED + (needsCalibration ? MOST_CALIBRATING : 0));
  const spread = Array.from({ length: wanted }, (_, index) => images[Math.floor((index * images.length) / wanted)]!);
  if (!needsCalibration) return { calibrating: [], comparing: spread };
  const count = Math.min(MOST_CALIBRATING, Math.max(FEWEST_CALIBRATING, Math.floor(wanted / 4)));
  const places = new Set(Array.from({ length: count }, (_, index) => Math.floor((index * wanted) / count)));
  return {
    calibrating: spread.filter((_, index) => places.has(index)),
    comparing: spread.filter((_, index) => !places.has(index)),
  };
}
