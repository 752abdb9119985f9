/**
 * A number from 0 to 2³² − 1 that looks random and that the same seed and text always give: MurmurHash3_x86_32 (Austin
 * Appleby, 2011, public domain) over the text's UTF-16 units, low byte first. The seed is a whole number of 32 bits.
 */
export function randomNumberOf(text: string, seed: number): number {
  let hash = seed | 0;
  const blocks = text.length >> 1; // two units of 16 bits are one block
  for (let block = 0; block < blocks; block++) {
    const word = text.charCodeAt(2 * block) | (text.charCodeAt(2 * block + 1) << 16);
    hash ^= scramble(word);
    hash = (Math.imul(rotateLeft(hash, 13), 5) + 0xe6546b64) | 0;
  }
  if (text.length % 2 === 1) hash ^= scramble(text.charCodeAt(text.length - 1));
  return finish(hash ^ (2 * text.length));
}

function scramble(word: number): number {
  return Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Every bit of the input changes half of the output's (fmix32). */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
