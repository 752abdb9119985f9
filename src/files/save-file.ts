export interface SaveRequest {
  readonly suggestedName: string;
  readonly mediaType: string;
  /** The file's content in order; asked for as fast as it can be written. */
  readonly chunks: Iterable<string> | AsyncIterable<string>;
  /** Null = the picker where the browser has one. */
  readonly way: SaveWay | null;
  readonly onProgress?: (characters: number) => void;
  readonly signal?: AbortSignal;
}

export type SaveWay = 'picker' | 'download';

/** `name` as the person may have changed it. */
export type SaveOutcome =
  { readonly kind: 'saved'; readonly way: SaveWay; readonly name: string } | { readonly kind: 'cancelled' };

export type SaveErrorCode = 'save-no-space' | 'save-not-allowed' | 'save-failed';

/** The file could not be written; nothing of it is left. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
  constructor(
    readonly code: SaveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Saves through the picker (only from a click) or as a download. An abort, like a closed picker, is `cancelled`. */
export async function saveFile(request: SaveRequest): Promise<SaveOutcome> {
  const way = request.way ?? ('showSaveFilePicker' in globalThis ? 'picker' : 'download');
  try {
    return await (way === 'picker' ? saveWithPicker(request) : saveAsDownload(request));
  } catch (error) {
    if (request.signal?.aborted === true) return { kind: 'cancelled' };
    throw toSaveError(error);
  }
}

async function saveWithPicker(request: SaveRequest): Promise<SaveOutcome> {
  const handle = await pickFile(request);
  if (handle === null) return { kind: 'cancelled' };
  // The picker itself makes an empty file; one with content is the person's and stays as it was when we fail.
  const isNew = (await handle.getFile()).size === 0;
  const writable = await handle.createWritable();
  try {
    await forEachChunk(request, (chunk) => writable.write(chunk));
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined); // may be closed by the error already
    if (isNew) await removeFile(handle);
    throw error;
  }
  return { kind: 'saved', way: 'picker', name: handle.name };
}

async function pickFile({ suggestedName, mediaType }: SaveRequest): Promise<FileSystemFileHandle | null> {
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.')) as `.${string}`;
  try {
    return await showSaveFilePicker({
      suggestedName,
      types: [{ accept: { [mediaType as `text/json`]: [extension] } }],
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function removeFile(handle: FileSystemFileHandle) {
  // Chromium only, and so is the picker that brought us here; the types do not know it.
  const removable = handle as FileSystemFileHandle & { readonly remove?: () => Promise<void> };
  await removable.remove?.().catch(() => undefined); // an empty file stays: harmless, and the first error matters
}

async function saveAsDownload(request: SaveRequest): Promise<SaveOutcome> {
  const parts: Blob[] = [];
  let pending: string[] = [];
  let length = 0;
  const flush = () => {
    parts.push(new Blob(pending)); // out of this process' memory, piece by piece
    pending = [];
    length = 0;
  };
  await forEachChunk(request, (chunk) => {
    pending.push(chunk);
    length += chunk.length;
    if (length > 1_000_000) flush();
  });
  flush();
  const url = URL.createObjectURL(new Blob(parts, { type: request.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = request.suggestedName;
  link.click();
  // The download begins after this turn, and nothing tells when it has: a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { kind: 'saved', way: 'download', name: request.suggestedName };
}

async function forEachChunk({ chunks, signal, onProgress }: SaveRequest, write: (chunk: string) => unknown) {
  let characters = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    await write(chunk);
    characters += chunk.length;
    onProgress?.(characters);
  }
  signal?.throwIfAborted();
}

function toSaveError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  const code =
    error.name === 'QuotaExceededError'
      ? 'save-no-space'
      : error.name === 'NotAllowedError' || error.name === 'NoModificationAllowedError'
        ? 'save-not-allowed'
        : 'save-failed';
  return new SaveError(code, `${error.name}: ${error.message}`, { cause: error });
}
