import { describe, expect, it } from 'vitest';
import { originalCsvCell, safeCsvCell } from './csv-cell';

describe('safeCsvCell', () => {
  it.each([
    '=HYPERLINK("http://example.org","photo")',
    '+1+cmd|/c calc!A0',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\uff1d1+1',
    '-',
  ])('takes %j for a formula, which an apostrophe makes a text', (text) => {
    expect(safeCsvCell(text)).toBe(`'${text}`);
    expect(originalCsvCell(safeCsvCell(text))).toBe(text);
  });

  it.each(['-12.5', '+3', '-1e-7', '0', '', 'red fox', 'a=b', 'IMG-0001.JPG', "'quoted'", ' x'])(
    'leaves %j as it is',
    (text) => {
      expect(safeCsvCell(text)).toBe(text);
      expect(originalCsvCell(text)).toBe(text);
    },
  );
});
