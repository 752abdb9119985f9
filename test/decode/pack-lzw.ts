/** Packs bytes by LZW as TIFF has it: the highest bit first, codes of 9 to 12 bits that grow one code early. */
export function packLzw(bytes: Uint8Array): Uint8Array {
  const packed: number[] = [];
  let [held, heldBits, bits] = [0, 0, 9];
  const write = (code: number) => {
    held = (held << bits) | code;
    heldBits += bits;
    for (; heldBits >= 8; heldBits -= 8) packed.push((held >> (heldBits - 8)) & 255);
    held &= 2 ** heldBits - 1;
  };
  let known = new Map<number, number>();
  write(256);
  let text = bytes[0]!;
  for (const byte of bytes.subarray(1)) {
    const longer = text * 256 + byte;
    const code = known.get(longer);
    if (code !== undefined) {
      text = code;
      continue;
    }
    write(text);
    known.set(longer, 258 + known.size);
    if (known.size + 258 > 2 ** bits - 1) bits += 1;
    if (known.size + 258 > 4094) {
      write(256);
      known = new Map();
      bits = 9;
    }
    text = byte;
  }
  write(text);
  write(257);
  if (heldBits > 0) packed.push((held << (8 - heldBits)) & 255);
  return Uint8Array.from(packed);
}
