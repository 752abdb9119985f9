import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** One file of a hand-made checkpoint; stored unless `isPacked`. */
export interface ArchivePart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly isPacked?: boolean;
}

/** A zip as torch.save lays it out: one root folder, entries stored. */
export async function buildTorchArchive(
  parts: readonly ArchivePart[],
  root = 'archive/',
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const { name, bytes, isPacked } of parts) {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    await writer.add(root + name, new Uint8ArrayReader(content), { level: isPacked === true ? 6 : 0 });
  }
  return new Uint8Array(await writer.close());
}

/** Text of a pickle of protocol 0 and 1 (no lengths to count), as `pickletools` would show it. */
export const pickleOf = (value: string): string => `${value}.`;

/** A text. */
export const text = (value: string): string => `V${value}\n`;

/** A dict with text keys. */
export const dict = (entries: Readonly<Record<string, string>>): string =>
  `}(${Object.entries(entries)
    .map(([key, value]) => text(key) + value)
    .join('')}u`;

const tuple = (...items: readonly string[]): string => `(${items.join('')}t`;
const int = (value: number): string => `I${value}\n`;

/** A tensor as torch pickles it; all numbers in elements. */
export function tensor(of: {
  readonly storage: string;
  readonly key: string;
  readonly count: number;
  readonly offset?: number;
  readonly dims: readonly number[];
  readonly strides: readonly number[];
}): string {
  const id = tuple(text('storage'), `ctorch\n${of.storage}\n`, text(of.key), text('cpu'), int(of.count));
  const args = tuple(
    `${id}Q`,
    int(of.offset ?? 0),
    tuple(...of.dims.map(int)),
    tuple(...of.strides.map(int)),
    'I00\n',
    'N',
  );
  return `ctorch._utils\n_rebuild_tensor_v2\n${args}R`;
}
