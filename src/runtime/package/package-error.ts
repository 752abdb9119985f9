import type { PackageErrorCode } from '../../rpc/package-api';

/**
 * Why a package is refused. `details` are the values for the page's words: `name` (file), `key`, `line`, `labels`,
 * `outputs`, `layout`, `classes`, `where` (module path or entry), `report` (a text to copy). The message is whole by itself: what was expected, what came, and in which file.
 */
export class PackageError extends Error {
  override readonly name = 'PackageError';

  constructor(
    readonly code: PackageErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}
