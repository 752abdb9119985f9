import { describe, expect, it } from 'vitest';
import { HEAD_BYTES } from '../domain/image-file/find-image-header';
import { photoProblem } from './photo-problem';

const jpeg = (side: number, before = 0) => [
  Uint8Array.of(0xff, 0xd8, 0xff, 0xfe, 0, 2), // an empty comment
  new Uint8Array(before), // zeros between segments are stepped over, as decoders do
  Uint8Array.of(0xff, 0xc0, 0, 11, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 17, 0),
];

describe('photoProblem', () => {
  it.each([
    ['a photo of a camera', jpeg(4000), null],
    ['13,377 x 13,377 pixels, just below the limit', jpeg(13_377), null],
    ['400 megapixels', jpeg(20_000), { code: 'too-large', detail: '20000 x 20000 pixels' }],
    ['4 gigapixels, said behind the beginning', jpeg(65_000, HEAD_BYTES), { code: 'too-large', detail: '65000 x 65000 pixels' }], // prettier-ignore
    ['a JPEG that is cut before its size', [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)], { code: 'file-ends-early' }],
    ['a web page', ['<!doctype html>'], { code: 'not-an-image', detail: 'begins with 3c 21 64 6f 63 74 79 70' }],
    ['nothing', [], { code: 'file-empty' }],
    ['a TIFF, which is left to the browser', [Uint8Array.of(0x49, 0x49, 0x2a, 0)], null],
  ])('%s', async (_what, parts, problem) => {
    const found = await photoProblem(new Blob(parts));
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatchObject(problem);
  });

  it('says that a file is gone which can not be read any more', async () => {
    const gone = new Blob(['x']);
    Object.defineProperty(gone, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('it changed', 'NotReadableError')) }),
    });
    expect(await photoProblem(gone)).toEqual({ code: 'file-missing', detail: 'NotReadableError: it changed' });
  });
});
