/** An archive that can't be read, is damaged, or is larger than any package. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
