import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArgumentError } from '../argument-error';
import { parseImportArguments } from './import-arguments';

const folder = mkdtempSync(join(tmpdir(), 'understory-arguments-'));
const file = join(folder, 'a.pt');
const [free, empty, full, foreign] = ['free', 'empty', 'full', 'foreign'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
];

beforeAll(() => {
  for (const path of [empty, full, foreign]) mkdirSync(path);
  writeFileSync(file, '');
  writeFileSync(join(full, 'info.json'), '{}');
  writeFileSync(join(foreign, 'thesis.txt'), 'years of work');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('takes files, a folder that is free or empty, and a way of storing', () => {
  expect(parseImportArguments([file, '--out', free])).toEqual({
    inputs: [file],
    out: free,
    storage: 'external',
    force: false,
  });
  expect(parseImportArguments([file, file, '--out', empty, '--storage', 'float16'])).toMatchObject({
    inputs: [file, file],
    out: empty,
    storage: 'float16',
  });
  expect(parseImportArguments([file, '--out', full, '--force'])).toMatchObject({ out: full, force: true });
});

it.each([
  [[], 'FILE is missing'],
  [[file], '--out is missing'],
  [[join(folder, 'b.pt'), '--out', free], 'there is nothing at'],
  [[file, '--out', free, '--storage', 'int8'], 'external or single-file or float16, got "int8"'],
  [[file, '--out', full], 'is not empty; --force replaces'],
  [[file, '--out', foreign, '--force'], 'is no package'],
  [[file, '--out', file], 'is a file'],
  [[full, '--out', full, '--force'], 'lie inside each other'],
  [[file, '--out', free, '--quick'], '--quick'],
])('refuses %j in words', (words, message) => {
  const parse = () => parseImportArguments(words);
  expect(parse).toThrow(ArgumentError);
  expect(parse).toThrow(message);
});
