import { describe, expect, it } from 'vitest';
import { ParseError } from '../domain/parse-error';
import { readCsv } from './read-csv';

const read = (content: BlobPart, maxBytes = 10_000) => readCsv(new File([content], 'names.csv'), maxBytes);

/** UTF-16 with its mark, the lower byte first. */
const utf16 = (text: string) => Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));

describe('readCsv', () => {
  it.each<[string, BlobPart]>([
    ['commas', 'latin,name\nPanthera leo,Löwe\n'],
    ['semicolons, as spreadsheets in much of Europe write', 'latin;name\r\nPanthera leo;Löwe\r\n'],
    ['tabs', 'latin\tname\nPanthera leo\tLöwe'],
    ['bars', 'latin|name\rPanthera leo|Löwe\r'],
    ['a byte order mark', '\ufefflatin,name\nPanthera leo,Löwe'],
    ['quotes', '"latin","name"\n"Panthera leo","Löwe"'],
    ['UTF-16', utf16('latin\tname\r\nPanthera leo\tLöwe\r\n')],
    ['the Windows encoding', Uint8Array.from('latin;name\nPanthera leo;L\xf6we', (letter) => letter.charCodeAt(0))],
  ])('%s', async (_, content) => {
    const rows = (await read(content)).map(({ fields }) => fields).filter((fields) => fields.join('') !== '');
    expect(rows).toEqual([
      ['latin', 'name'],
      ['Panthera leo', 'Löwe'],
    ]);
  });

  it('lets semicolons stand in fields where commas part them', async () => {
    const rows = await read('label,name\nu;a;b;c;d;e;lion,Löwe');
    expect(rows[1]!.fields).toEqual(['u;a;b;c;d;e;lion', 'Löwe']);
  });

  it('tells the line on which each row begins, blank lines and line ends in quotes counted', async () => {
    const rows = await read('latin,name\r\n\r\nA,"b\r\nc ""d"""\r\nE,f\r\n');
    expect(rows.filter(({ fields }) => fields.length > 1)).toEqual([
      { line: 1, fields: ['latin', 'name'] },
      { line: 3, fields: ['A', 'b\r\nc "d"'] },
      { line: 5, fields: ['E', 'f'] },
    ]);
  });

  it('refuses what is too large, and quotes that are not closed, with their line', async () => {
    await expect(read('x'.repeat(101), 100)).rejects.toThrow('table: expected at most 100 bytes, got 101');
    await expect(read('latin,name\nA,b\nC,"d\nE,f\n')).rejects.toThrow(ParseError);
    await expect(read('latin,name\nA,b\nC,"d\nE,f\n')).rejects.toThrow(
      'table: line 3: expected quotes that are closed',
    );
  });

  it('reads an empty file as no rows', async () => expect((await read('')).flatMap(({ fields }) => fields).join('')).toBe('')); // prettier-ignore
});
