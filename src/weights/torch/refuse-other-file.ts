import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { sniffFile, type FileKind } from '../sniff-file';

const REFUSALS: Readonly<Record<Exclude<FileKind, 'pytorch' | 'zip'>, readonly ['damaged' | 'unsupported', string]>> = {
  empty: ['damaged', 'the file is empty; expected a PyTorch checkpoint'],
  'git-lfs-pointer': ['unsupported', 'this is a Git LFS pointer, not the checkpoint itself'],
  'web-page': ['unsupported', 'this is a web page, not a checkpoint: the download went wrong'],
  gzip: ['unsupported', 'this is packed with gzip; expected the checkpoint inside'],
  json: ['unsupported', 'this is JSON text; expected a PyTorch checkpoint'],
  other: ['damaged', 'this is no PyTorch checkpoint: it does not begin as the zip that torch.save writes'],
};

const LEGACY = 'this was saved by PyTorch before 1.6 (a series of pickles, no zip); save it again with a newer PyTorch';

/** Says what a file is when it can't be a checkpoint. @throws CheckpointError */
export async function refuseOtherFile(source: ByteSource): Promise<void> {
  const kind = await sniffFile(source);
  if (kind === 'zip') return;
  if (kind === 'pytorch') {
    const [first] = await source.slice(0, 1);
    if (first === 0x80) throw new CheckpointError('legacy', LEGACY); // a bare pickle; the zip begins with "PK"
    return;
  }
  throw new CheckpointError(...REFUSALS[kind]);
}
