import type { ByteSource } from '../byte-source';
import type { PickleValue } from '../pickle/pickle-value';
import type { TorchTensor } from './torch-tensor';

/** A torch.save file, opened: its pickle as inert records, its storages checked (sizes, CRC-32) but not in memory. */
export interface Checkpoint {
  /** The whole file. Byte ranges of tensors count from its start. */
  readonly source: ByteSource;
  /** The root value of data.pkl. */
  readonly root: PickleValue;
  /** Small text entries beside the pickle, by their name below the root folder: megadetector_info.json, version. */
  readonly texts: ReadonlyMap<string, string>;
  /** Entries that were skipped, and why: `megadetector_info.json: larger than 65536 bytes`. */
  readonly warnings: readonly string[];
  /** Reads a tensor or a parameter: a call of _rebuild_tensor_v2 or _rebuild_parameter. @throws CheckpointError */
  tensor(value: PickleValue, where: string): TorchTensor;
  /** For reports: what a person can send us without sending weights. */
  readonly contents: CheckpointContents;
}

/** What is in a checkpoint, without its weights. */
export interface CheckpointContents {
  /** How often each pickle opcode occurs, by its name. */
  readonly opcodes: Readonly<Record<string, number>>;
  /** How often each global is named. */
  readonly globals: Readonly<Record<string, number>>;
  /** Keys of the root dict; empty when the root is no dict. */
  readonly rootKeys: readonly string[];
}
