/** The files can't become a package: one clear line, exit code 1. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
