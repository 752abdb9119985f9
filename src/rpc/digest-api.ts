import type { RpcResult } from './rpc-result';

/** Reads a file to its end, away from the page: hashes in lower-case hex. */
export interface DigestApi {
  digest(
    file: Blob,
    onProgress: (done: number) => void,
  ): Promise<RpcResult<{ readonly md5: string; readonly sha256: string }>>;
}
