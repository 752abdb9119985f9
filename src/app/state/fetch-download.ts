import type { DownloadFile } from '../../domain/model-catalog';
import type { DownloadStore, StoredDownload, StoredDownloadFile } from '../../storage/download-store';
import { askForBytes } from './ask-for-bytes';
import { DownloadError } from './download-error';
import { downloadFile } from './download-file';

const PAUSE_MS = 1000;
const MOST_TRIES_IN_VAIN = 3;

interface FetchSetting {
  readonly downloads: DownloadStore;
  readonly signal: AbortSignal;
  /** With the bytes that have come, stored or not yet. */
  readonly onProgress: (current: StoredDownload) => void;
}

/**
 * Fetches what is missing of all files of a download, one after the other. A connection that breaks is taken up again; after
 * three tries in a row that brought nothing the person decides.
 * @throws DownloadError, StorageError, the signal's reason
 */
export async function fetchDownload(
  stored: StoredDownload,
  expected: readonly DownloadFile[],
  { downloads, signal, onProgress }: FetchSetting,
): Promise<void> {
  let current = stored;
  const put = (index: number, file: StoredDownloadFile) => {
    current = { ...current, files: current.files.with(index, file) };
    onProgress(current);
  };
  onProgress(current);
  for (const [index, wanted] of expected.entries()) {
    const agreed = { entryId: stored.id, download: stored.download, file: index, url: wanted.url };
    await withPatience(
      signal,
      () => bytesOf(current),
      async () => {
        // Not what `put` shows, which counts bytes that were lost with the connection.
        const begun = (await downloads.read(stored.id))?.files[index];
        if (begun === undefined) throw new DownloadError('download-interrupted', `${stored.id}: it was removed`);
        await downloadFile(begun, {
          expected: wanted,
          ask: (start, end) => askForBytes(agreed, start, end, signal),
          async store(file, piece) {
            await downloads.putPiece(stored.id, index, file, piece);
            put(index, file);
          },
          onBytes: (bytes, file) => put(index, { ...file, bytes }),
        });
      },
    );
  }
}

/** Bytes of all files that are here. */
export const bytesOf = ({ files }: StoredDownload): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

async function withPatience(signal: AbortSignal, bytes: () => number, work: () => Promise<void>): Promise<void> {
  for (let inVain = 0, before = bytes(); ;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof DownloadError) || error.code !== 'download-interrupted' || signal.aborted) throw error;
      if (bytes() === 0 && navigator.onLine) {
        // Also what a host that lets no page read from it looks like; the browser does not tell one from the other.
        throw new DownloadError('download-unreachable', error.message, error.details, { cause: error });
      }
      inVain = bytes() > before ? 1 : inVain + 1;
      before = bytes();
      if (inVain >= MOST_TRIES_IN_VAIN) throw error;
    }
    await wait(PAUSE_MS * inVain, signal);
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
