import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { isKind } from '../pickle/pickle-records';
import { readPickle, type ReadPickle } from '../pickle/read-pickle';
import type { Checkpoint, CheckpointContents } from './checkpoint';
import { readCheckpointEntries, type CheckpointEntry } from './checkpoint-entries';
import { readEntry, verifyEntries } from './read-entry';
import { readTensor, type LocateStorage } from './read-tensor';
import { refuseOtherFile } from './refuse-other-file';
import { ITEM_BYTES } from './torch-storage';

/** YOLOv5x6's is 0.3 MB, SpeciesNet's 0.5 MB. */
const LARGEST_PICKLE_BYTES = 64 * 1024 * 1024;
const LARGEST_TEXT_BYTES = 64 * 1024;
/** torch writes five texts, MegaDetector adds one. */
const MOST_TEXTS = 32;
const BYTE_ORDER = 'byteorder';

/**
 * Opens a torch.save file (torch 1.6 to 2.x): checks its directory and the CRC-32 of all that a network is made of, and
 * reads its pickle as inert records. Weights stay in the file. `onProgress` gets the bytes checked so far of all.
 * @throws CheckpointError
 */
export async function openCheckpoint(
  source: ByteSource,
  onProgress: (done: number, total: number) => void,
): Promise<Checkpoint> {
  await refuseOtherFile(source);
  const entries = await readCheckpointEntries(source);
  const { texts, warnings } = await readTexts(source, entries);
  requireLittleEndian(texts);
  const pickle = readPickle(await readEntry(source, entries.get('data.pkl')!, LARGEST_PICKLE_BYTES));
  const contents = contentsOf(pickle);
  try {
    const storages = [...entries.values()].filter(({ name }) => name.startsWith('data/'));
    const total = storages.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    await verifyEntries(source, storages, (bytes) => onProgress((done += bytes), total));
  } catch (error) {
    throw CheckpointError.withContents(error, contents);
  }
  const locate = createLocator(entries);
  return {
    source,
    root: pickle.root,
    texts,
    warnings,
    contents,
    tensor: (value, where) => readTensor(source, locate, value, where),
  };
}

/** Small entries beside pickle and weights. What is too large or too much is left out with a warning, never unpacked. */
async function readTexts(source: ByteSource, entries: ReadonlyMap<string, CheckpointEntry>) {
  const texts = new Map<string, string>();
  const warnings: string[] = [];
  const beside = [...entries.values()]
    .filter(({ name }) => name !== 'data.pkl' && !name.startsWith('data/'))
    .sort((a, b) => Number(b.name === BYTE_ORDER) - Number(a.name === BYTE_ORDER)); // never left out
  if (beside.length > MOST_TEXTS) {
    warnings.push(`left out: ${beside.length - MOST_TEXTS} of ${beside.length} entries beside the weights`);
  }
  for (const entry of beside.slice(0, MOST_TEXTS)) {
    try {
      texts.set(entry.name, new TextDecoder().decode(await readEntry(source, entry, LARGEST_TEXT_BYTES)));
    } catch (error) {
      if (!(error instanceof CheckpointError) || error.code !== 'too-large') throw error;
      warnings.push(`left out: ${error.message}`);
    }
  }
  return { texts, warnings };
}

function requireLittleEndian(texts: ReadonlyMap<string, string>): void {
  const order = texts.get(BYTE_ORDER)?.trim() ?? 'little';
  if (order === 'little') return;
  throw new CheckpointError('unsupported', `expected little-endian weights, got "${order.slice(0, 20)}"`, BYTE_ORDER);
}

function contentsOf({ root, opcodes, globals }: ReadPickle): CheckpointContents {
  const rootKeys = isKind(root, 'dict') ? [...root.entries.keys()].map(String) : [];
  return { opcodes, globals, rootKeys };
}

function createLocator(entries: ReadonlyMap<string, CheckpointEntry>): LocateStorage {
  return ({ type, key, count }, where) => {
    const entry = entries.get(`data/${key}`);
    if (entry === undefined) {
      throw new CheckpointError('damaged', `its weights are missing: the archive has no entry data/${key}`, where);
    }
    const expected = count * ITEM_BYTES[type];
    if (entry.size !== expected) {
      throw new CheckpointError('damaged', `expected ${expected} bytes in data/${key}, got ${entry.size}`, where);
    }
    return entry;
  };
}
