import type { DigestApi } from '../rpc/digest-api';
import type { Implementation } from '../rpc/serve';
import { computeFileHashes } from '../weights/sha256';
import { createBlobSource } from './blob-source';

/** The worker's side of the DigestApi. */
export function createDigestService(): Implementation<DigestApi> {
  return { digest: (file, onProgress) => computeFileHashes(createBlobSource(file), onProgress) };
}
