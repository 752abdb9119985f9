import { readFileSync } from 'node:fs';

/** Parsed content of a file. Who reads it knows its form and says so with `as`. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
