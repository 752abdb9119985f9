/** Pieces are gathered into Blobs of this size, which the browser may move to disk. */
const GATHER_BYTES = 8 * 1024 * 1024;

/** Makes one Blob of many pieces without ever holding all of them in memory. */
export interface BlobGatherer {
  /** Copies the bytes. Returns how many there are by now. */
  add(bytes: Uint8Array): number;
  finish(): Blob;
}

export function createBlobGatherer(): BlobGatherer {
  const blobs: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let gatheredBytes = 0;
  let size = 0;
  return {
    add(bytes) {
      gathered.push(new Uint8Array(bytes));
      gatheredBytes += bytes.byteLength;
      size += bytes.byteLength;
      if (gatheredBytes >= GATHER_BYTES) {
        blobs.push(new Blob(gathered));
        gathered = [];
        gatheredBytes = 0;
      }
      return size;
    },
    finish: () => new Blob([...blobs, ...gathered]),
  };
}
