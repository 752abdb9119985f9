import type { Canvas, Color } from './canvas';

/** Five columns by seven rows, one string per row of a glyph; just what the strips need. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  B: '11110 10001 10001 11110 10001 10001 11110',
  C: '01110 10001 10000 10000 10000 10001 01110',
  D: '11110 10001 10001 10001 10001 10001 11110',
  E: '11111 10000 10000 11110 10000 10000 11111',
  G: '01110 10001 10000 10111 10001 10001 01110',
  H: '10001 10001 10001 11111 10001 10001 10001',
  I: '01110 00100 00100 00100 00100 00100 01110',
  L: '10000 10000 10000 10000 10000 10000 11111',
  M: '10001 11011 10101 10101 10001 10001 10001',
  N: '10001 11001 10101 10011 10001 10001 10001',
  O: '01110 10001 10001 10001 10001 10001 01110',
  R: '11110 10001 10001 11110 10100 10010 10001',
  T: '11111 00100 00100 00100 00100 00100 00100',
  W: '10001 10001 10001 10101 10101 11011 10001',
  '0': '01110 10001 10011 10101 11001 10001 01110',
  '1': '00100 01100 00100 00100 00100 00100 01110',
  '2': '01110 10001 00001 00110 01000 10000 11111',
  '3': '11110 00001 00001 01110 00001 00001 11110',
  '4': '00010 00110 01010 10010 11111 00010 00010',
  '5': '11111 10000 11110 00001 00001 10001 01110',
  '6': '01110 10000 10000 11110 10001 10001 01110',
  '7': '11111 00001 00010 00100 01000 01000 01000',
  '8': '01110 10001 10001 01110 10001 10001 01110',
  '9': '01110 10001 10001 01111 00001 00001 01110',
  ':': '00000 00100 00100 00000 00100 00100 00000',
  '-': '00000 00000 00000 11111 00000 00000 00000',
  '°': '01100 10010 10010 01100 00000 00000 00000',
  ' ': '00000 00000 00000 00000 00000 00000 00000',
};

const INK: Color = [236, 236, 236];
const DOT = 3;
export const STRIP_HEIGHT = 44;

/** The line that a camera prints under its picture: where, when, how warm. */
export function paintDataStrip(canvas: Canvas, left: string, middle: string, right: string): void {
  const top = canvas.height - STRIP_HEIGHT;
  canvas.wash(top, canvas.height, [10, 10, 10]);
  const baseline = top + Math.round((STRIP_HEIGHT - 7 * DOT) / 2);
  write(canvas, left, 20, baseline);
  write(canvas, middle, Math.round((canvas.width - widthOf(middle)) / 2), baseline);
  write(canvas, right, canvas.width - 20 - widthOf(right), baseline);
}

function widthOf(text: string): number {
  return (text.length * 6 - 1) * DOT;
}

function write(canvas: Canvas, text: string, x: number, y: number): void {
  Array.from(text).forEach((letter, index) => {
    const rows = GLYPHS[letter]?.split(' ');
    if (rows === undefined) throw new Error(`data strip: no glyph for "${letter}"`);
    rows.forEach((row, r) => {
      Array.from(row).forEach((dot, c) => {
        if (dot === '0') return;
        const left = x + (index * 6 + c) * DOT;
        const top = y + r * DOT;
        canvas.fill(
          [
            { x: left, y: top },
            { x: left + DOT, y: top },
            { x: left + DOT, y: top + DOT },
            { x: left, y: top + DOT },
          ],
          INK,
        );
      });
    });
  });
}
