import { otherNumber } from './damage-bytes';
import type { Random } from './random';
import { storedEntry, type ZipEntry } from './zip-bytes';

/** Entries change places, names or go; each keeps the checksum of its own bytes. */
export function shuffleEntries(base: readonly ZipEntry[], random: Random): ZipEntry[] {
  const entries = [...base];
  const [first, second] = [random.below(entries.length), random.below(entries.length)];
  const [one, other] = [entries[first]!, entries[second]!];
  switch (random.below(6)) {
    case 0:
      entries.splice(first, 1);
      break;
    case 1:
      entries.push(one);
      break;
    case 2:
      entries[first] = { ...one, name: `${one.name}${random.pick(['x', '/', '/data.pkl', '\u0000', '.format'])}` };
      break;
    case 3:
      entries.push(
        storedEntry(one.name.replace(/[^/]*$/, random.pick(['byteorder', 'version', 'code/a.py'])), bigText()),
      );
      break;
    default:
      entries[first] = { ...other, name: one.name };
      entries[second] = { ...one, name: other.name };
  }
  return entries;
}

/** The bytes of a storage are others, fewer or more; its checksum says so. */
export function damageStorage(base: readonly ZipEntry[], random: Random): ZipEntry[] {
  const storages = base.filter(({ name }) => /\/data\/[^/]+$/.test(name));
  const damaged = random.pick(storages);
  return base.map((entry) => (entry === damaged ? storedEntry(entry.name, otherBytes(entry.data, random)) : entry));
}

function otherBytes(data: Uint8Array, random: Random): Uint8Array {
  const bytes = data.slice();
  switch (random.below(4)) {
    case 0:
      return bytes.fill(random.pick([0, 0xff, 0x7c, 0x3c]));
    case 1:
      return bytes.slice(0, random.below(bytes.byteLength));
    case 2:
      return new Uint8Array(Buffer.concat([bytes, bytes.subarray(0, 1 + random.below(bytes.byteLength))]));
    default:
      for (let left = 1 + random.below(8); left > 0; left--) {
        const at = random.below(bytes.byteLength);
        bytes[at] = otherNumber(bytes[at]!, random) & 0xff;
      }
      return bytes;
  }
}

function bigText(): Uint8Array {
  return Buffer.from('big');
}
