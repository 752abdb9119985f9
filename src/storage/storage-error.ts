/** What can be wrong with the browser's storage. One table on the page turns these into words and a button. */
export type StorageErrorCode =
  | 'no-space' // the disk or the browser's share of it is full
  | 'storage-unavailable' // blocked by the browser's settings, or closed under our hands
  | 'storage-damaged' // something that was stored can't be read back
  | 'storage-newer'; // written by a newer version of the app: reloading the page helps

/** A condition of the browser's storage; `message` is technical, the words are the page's. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly code: StorageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Names of exceptions that mean a full disk: the standard's, and Firefox's older ones. */
const NO_SPACE_NAMES = new Set([
  'QuotaExceededError',
  'NS_ERROR_DOM_QUOTA_REACHED',
  'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR',
  'NS_ERROR_FILE_NO_DEVICE_SPACE',
]);
/** Chromium and Safari report some full disks as UnknownError, told apart only by the text. */
const NO_SPACE_WORDS = /quota|disk (is )?full|full disk|no space|not enough space|out of (disk )?space/i;

const DAMAGED_NAMES = new Set(['NotReadableError', 'NotFoundError', 'DataError']);
const UNAVAILABLE_NAMES = new Set([
  'AbortError',
  'InvalidStateError',
  'NotAllowedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'VersionError',
]);

/**
 * Turns an exception of IndexedDB into a condition; what is not one (a bug, or somebody's abort signal) comes back as it is.
 * `what` says what was tried, for the technical text.
 */
export function toStorageError(error: unknown, what: string): unknown {
  if (!(error instanceof Error) || error instanceof StorageError) return error;
  const code = codeOf(error);
  return code === null ? error : new StorageError(code, `${what}: ${error.name}: ${error.message}`, { cause: error });
}

function codeOf(error: Error): StorageErrorCode | null {
  // `QuotaExceededError` is becoming a class of its own, so the name is asked and not the type.
  if (NO_SPACE_NAMES.has(error.name)) return 'no-space';
  if (!(error instanceof DOMException)) return null;
  if (NO_SPACE_WORDS.test(error.message)) return 'no-space';
  if (DAMAGED_NAMES.has(error.name)) return 'storage-damaged';
  return UNAVAILABLE_NAMES.has(error.name) ? 'storage-unavailable' : null;
}
