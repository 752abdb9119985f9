import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const PER_FOLDER = 500;

/** Fills a folder with so many photos: those of another folder again and again, under names of their own. */
export function linkPhotos(from: string, to: string, count: number): void {
  const photos = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:jpe?g|png|tiff?|webp)$/i.test(path))
    .toSorted();
  if (photos.length === 0) throw new Error(`${from}: expected photos`);
  for (let number = 0; number < count; number++) {
    const folder = join(to, `Camera ${String(Math.floor(number / PER_FOLDER)).padStart(2, '0')}`);
    if (number % PER_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const photo = photos[number % photos.length]!;
    link(join(from, photo), join(folder, `IMG_${String(number).padStart(6, '0')}${extname(photo)}`));
  }
}

/** A hard link takes no space; another disk can't have one. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
