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
export function writeWebPage(folder: string): string {
  const path = join(folder, 'md_v5a.onnx');
  writeFileSync(path, '<!doctype html><title>Sign in</title><p>Sign in to download this file.</p>');
  return path;
}
