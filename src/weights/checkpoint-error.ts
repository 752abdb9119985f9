import type { CheckpointContents } from './torch/checkpoint';

/**
 * Why a PyTorch checkpoint is refused:
 * - `damaged`: cut off, a checksum or a size that does not fit, a pickle that breaks off;
 * - `legacy`: the container of torch before 1.6;
 * - `torchscript`: a compiled program instead of a pickled model;
 * - `weights-only`: a state dict, weights without the network that they belong to;
 * - `unsupported`: a network, a class, an attribute or a number type that this importer does not know;
 * - `unsafe`: it asks for code to be run (a foreign call inside the model, a hook, statements in generated code);
 * - `too-large`: beyond a limit that no real checkpoint comes near.
 */
export type CheckpointErrorCode =
  'damaged' | 'legacy' | 'torchscript' | 'weights-only' | 'unsupported' | 'unsafe' | 'too-large';

/**
 * A checkpoint that can't be imported. The message says what was expected and what came; `where` is the module path
 * ('model.0.conv'), the entry of the archive or the byte of the pickle, '' when it is the whole file.
 */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  /** What the checkpoint holds, for a report; null when the pickle was not read. */
  contents: CheckpointContents | null = null;

  constructor(
    readonly code: CheckpointErrorCode,
    message: string,
    readonly where = '',
    options?: { readonly cause: unknown },
  ) {
    super(where === '' ? message : `${cut(where)}: ${message}`, options);
  }

  /** Gives a refusal the contents it does not have yet; other errors pass as they are. */
  static withContents(error: unknown, contents: CheckpointContents): unknown {
    if (error instanceof CheckpointError) error.contents ??= contents;
    return error;
  }
}

/** Paths come from the file: a name in it may be a megabyte long. */
function cut(where: string): string {
  return where.length > LONGEST_WHERE ? `…${where.slice(-LONGEST_WHERE)}` : where;
}

const LONGEST_WHERE = 300;
