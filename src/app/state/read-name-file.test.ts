import { describe, expect, it } from 'vitest';
import { ParseError } from '../../domain/parse-error';
import { readNameFile } from './read-name-file';

const file = (text: string) => new File([text], 'names.csv');
const FILE = file('latin;name;language\nPanthera leo;lion;fr\nPanthera leo;Löwe;German\nAves;Vögel;German\n');

describe('readNameFile', () => {
  it.each<[string, readonly string[], string]>([
    ['the first of the person’s languages', ['de-CH', 'fr'], 'German'],
    ['by its code', ['fr-CA'], 'fr'],
    ['the file’s first, when none is spoken', ['ja'], 'fr'],
    ['the file’s first, when nothing is known', [], 'fr'],
  ])('shows %s', async (_, languages, expected) => {
    const { lists, shown, problems } = await readNameFile(FILE, languages);
    expect(lists.map(({ entry }) => [entry.language, entry.count])).toEqual([
      ['fr', 1],
      ['German', 2],
    ]);
    expect(lists.find(({ entry }) => entry.id === shown)?.entry.language).toBe(expected);
    expect(problems).toEqual([]);
  });

  it('has the same ids when it is read again', async () => {
    const ids = async () => (await readNameFile(FILE, [])).lists.map(({ entry }) => entry.id);
    expect(await ids()).toEqual(await ids());
  });

  it.each([
    ['a header alone', 'latin,name\n', 'names: line 2: expected a taxon and its name, got nothing'],
    ['rows without names', 'latin,name\n\n,\nAves,\n', 'names: line 4: expected a taxon and its name, got Aves'],
    ['another table', 'species,rule\na,allow\n', 'names: line 1: expected a column "common name"'],
  ])('refuses %s', async (_, text, message) => {
    await expect(readNameFile(file(text), [])).rejects.toThrow(ParseError);
    await expect(readNameFile(file(text), [])).rejects.toThrow(message);
  });
});
