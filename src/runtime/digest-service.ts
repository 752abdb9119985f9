import type { DigestApi } from '../rpc/digest-api';
import type { Implementation } from '../rpc/serve';
import { computeDigests } from '../weights/file-digests';
import { createBlobSource } from './blob-source';

/** The worker's side of the DigestApi. */
export function createDigestService(): Implementation<DigestApi> {
  return { digest: (file, onProgress) => computeDigests(createBlobSource(file), onProgress) };
}
