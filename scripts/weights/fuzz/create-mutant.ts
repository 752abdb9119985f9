import { cutBytes, damageHeaders, flipBytes } from './damage-bytes';
import { damageCode } from './damage-code';
import { damageStorage, shuffleEntries } from './damage-entries';
import { damagePickle } from './damage-pickle';
import { createRandom, type Random } from './random';
import { readZip, storedEntry, writeZip, type ZipEntry } from './zip-bytes';

/** An undamaged checkpoint to start from. */
export interface BaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for a GraphModule, whose network is a program. */
  readonly hasCode: boolean;
}

/** A damaged copy of a checkpoint. The same bases, seed and number give the same bytes for ever. */
export interface Mutant {
  readonly base: string;
  readonly damage: DamageKind;
  readonly bytes: Uint8Array;
}

export type DamageKind = 'pickle' | 'code' | 'headers' | 'flipped' | 'cut' | 'entries' | 'storage';

/** How often each kind is chosen: more for those that get past the checksums. */
const KINDS: readonly DamageKind[] = [
  ...Array<DamageKind>(7).fill('pickle'),
  ...Array<DamageKind>(4).fill('code'),
  ...Array<DamageKind>(3).fill('headers'),
  'flipped',
  'flipped',
  'cut',
  'cut',
  'entries',
  'storage',
];

/** @param bases in an order that stays the same; at least one of them with code and one without */
export function createMutant(bases: readonly BaseFile[], seed: number, number: number): Mutant {
  const random = createRandom(seed, number);
  const kind = random.pick(KINDS);
  const { name, bytes } = random.pick(kind === 'code' ? bases.filter(({ hasCode }) => hasCode) : bases);
  return { base: name, damage: kind, bytes: damage(bytes, kind, random) };
}

function damage(bytes: Uint8Array, kind: DamageKind, random: Random): Uint8Array {
  switch (kind) {
    case 'flipped':
      return flipBytes(bytes, random);
    case 'cut':
      return cutBytes(bytes, random);
    case 'headers':
      return damageHeaders(bytes, random);
    case 'entries':
      return writeZip(shuffleEntries(readZip(bytes), random));
    case 'storage':
      return writeZip(damageStorage(readZip(bytes), random));
    case 'pickle':
      return withPickle(readZip(bytes), (pickle) => damagePickle(pickle, random));
    case 'code':
      return withPickle(readZip(bytes), (pickle) => damageCode(pickle, random));
  }
}

/** The file with another pickle, whose checksum is right. */
function withPickle(entries: readonly ZipEntry[], change: (pickle: Uint8Array) => Uint8Array): Uint8Array {
  const at = entries.findIndex(({ name }) => name.endsWith('/data.pkl'));
  const entry = entries[at];
  if (entry === undefined) throw new Error('expected an entry data.pkl in an undamaged checkpoint');
  return writeZip(entries.with(at, storedEntry(entry.name, change(entry.data))));
}
