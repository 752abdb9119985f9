import { HEAD_BYTES } from '../../domain/image-file/find-image-header';

/** A file being read: its beginning, which is enough for most questions, and all of it for those who need it. */
export interface ImageSource {
  readonly file: Blob;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly readAll: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a file's beginning. Rejects with the browser's DOMException when the file is gone or may not be read. */
export async function openImageSource(file: Blob): Promise<ImageSource> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  let all: Promise<Uint8Array<ArrayBuffer>> | null = null;
  return {
    file,
    head,
    readAll: () => (all ??= readWhole(file, head)),
  };
}

async function readWhole(file: Blob, head: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return head.length === file.size ? head : new Uint8Array(await file.arrayBuffer());
}
