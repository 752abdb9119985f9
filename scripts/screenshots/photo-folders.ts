import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DEMO_PHOTOS = resolve(import.meta.dirname, '..', '..', 'public', 'demo', 'photos');

/** The demonstration's twelve photos as a folder of their own. */
export function writePhotos(folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(DEMO_PHOTOS, folder, { recursive: true });
  return folder;
}

/** Enough photos for a run that lasts while its pictures are taken. */
export function writeManyPhotos(folder: string, copies: number): string {
  for (let copy = 1; copy <= copies; copy++) writePhotos(join(folder, `Card ${String(copy).padStart(2, '0')}`));
  return folder;
}

/** The twelve, and three files that a card also may hold: cut off, empty, no picture at all. */
export function writePhotosWithFailures(folder: string): string {
  writePhotos(folder);
  const whole = readFileSync(join(folder, 'Waterhole', 'IMG_0001.JPG'));
  writeFileSync(join(folder, 'Waterhole', 'IMG_0006.JPG'), whole.subarray(0, 300));
  writeFileSync(join(folder, 'Waterhole', 'IMG_0007.JPG'), '');
  writeFileSync(join(folder, 'Waterhole', 'notes.jpg'), 'Batteries changed on 3 May.\n');
  return folder;
}

/** What a browser stores when a download needs a login. */
export function writeWebPage(folder: string, name = 'md_v5a.onnx'): string {
  const path = join(folder, name);
  writeFileSync(path, '<!doctype html><title>Sign in</title><p>Sign in to download this file.</p>');
  return path;
}

/** A photo of the demonstration, again and again before one camera: its detector finds the same box each time. */
export interface Repetition {
  /** `Waterhole/IMG_0004.JPG`: of the demonstration's photos. */
  readonly photo: string;
  readonly copies: number;
  /** Hours from one copy to the next, from the photo's own time on. */
  readonly everyHours: number;
}

/** Writes the copies into a folder: `RCNX0001.JPG` and so on, each with a capture time of its own. */
export function writeRepetition(folder: string, { photo, copies, everyHours }: Repetition): string {
  mkdirSync(folder, { recursive: true });
  const original = readFileSync(join(DEMO_PHOTOS, photo)).toString('latin1');
  const taken = /\d{4}:\d\d:\d\d \d\d:\d\d:\d\d/.exec(original)?.[0];
  if (taken === undefined) throw new Error(`${photo} has no capture time`);
  const start = Date.parse(`${taken.slice(0, 10).replaceAll(':', '-')}T${taken.slice(11)}Z`);
  for (let copy = 0; copy < copies; copy++) {
    const time = new Date(start + copy * everyHours * 3_600_000).toISOString();
    const written = `${time.slice(0, 10).replaceAll('-', ':')} ${time.slice(11, 19)}`;
    const name = `RCNX${String(copy + 1).padStart(4, '0')}.JPG`;
    writeFileSync(join(folder, name), Buffer.from(original.replaceAll(taken, written), 'latin1'));
  }
  return folder;
}

/** Three cameras with something that does not move, among photos of animals. */
export function writeRepeats(folder: string): string {
  writeRepetition(join(folder, 'Ford 3'), { photo: 'Waterhole/IMG_0004.JPG', copies: 60, everyHours: 5 });
  writeRepetition(join(folder, 'North Ridge'), { photo: 'North Ridge/IMG_0001.JPG', copies: 24, everyHours: 0.1 });
  writeRepetition(join(folder, 'Salt lick, east'), { photo: 'Waterhole/IMG_0003.JPG', copies: 32, everyHours: 11 });
  writeRepetition(join(folder, 'Old gate'), { photo: 'North Ridge/IMG_0003.JPG', copies: 28, everyHours: 3 });
  return writePhotos(folder);
}

/** The twelve, sequences of two cameras, and one camera with blanks enough for a sample. */
export function writeReviewSurvey(folder: string): string {
  writeRepetition(join(folder, 'Ford 1'), { photo: 'North Ridge/IMG_0001.JPG', copies: 5, everyHours: 0.003 });
  writeRepetition(join(folder, 'Ford 2'), { photo: 'Waterhole/IMG_0001.JPG', copies: 6, everyHours: 0.004 });
  writeRepetition(join(folder, 'Old gate'), { photo: 'North Ridge/IMG_0005.JPG', copies: 14, everyHours: 7 });
  return writePhotos(folder);
}
