/** Wrong arguments of a command: one clear line, exit code 2. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}
