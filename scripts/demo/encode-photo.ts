import { encode } from 'jpeg-js';
import type { Canvas } from './canvas';
import type { PhotoFacts } from './exif';
import { createExifSegment } from './exif';

/** The canvas as a baseline JPEG file with EXIF data. */
export function encodePhoto(canvas: Canvas, facts: PhotoFacts, quality: number): Uint8Array {
  const rgba = new Uint8Array(canvas.width * canvas.height * 4);
  for (let i = 0; i < canvas.width * canvas.height; i++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[i * 4 + channel] = Math.min(255, Math.max(0, Math.round(canvas.data[i * 3 + channel]!)));
    }
    rgba[i * 4 + 3] = 255;
  }
  const jpeg = encode({ width: canvas.width, height: canvas.height, data: rgba }, quality).data;
  const exif = createExifSegment(facts);
  const photo = new Uint8Array(jpeg.length + exif.length);
  photo.set(jpeg.subarray(0, 2));
  photo.set(exif, 2);
  photo.set(jpeg.subarray(2), 2 + exif.length);
  return photo;
}
