/** Size of an image as its file says it, before any turn. */
export interface StoredSize {
  readonly width: number;
  readonly height: number;
}

/** The larger of two by pixels; what is null says nothing. */
export function largerSize(a: StoredSize | null, b: StoredSize | null): StoredSize | null {
  if (a === null || b === null) return a ?? b;
  return a.width * a.height >= b.width * b.height ? a : b;
}

/** The ASCII codes of a text. */
export function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A text of four letters, as formats name their parts; nothing behind the end. */
export function readFourLetters(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return '';
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** A little-endian number of three bytes. */
export function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
