import { describe, expect, it } from 'vitest';
import { parseShippedPackages } from './shipped-packages';

const pako = { name: 'pako', version: '2.2.0', licence: '(MIT AND Zlib)', texts: ['The MIT License …'] };

describe('parseShippedPackages', () => {
  it('reads what the build writes', () => {
    expect(parseShippedPackages({ packages: [pako] })).toEqual([pako]);
  });

  it.each([
    [null, 'licences.json: expected an object, got null'],
    [{}, 'packages: expected a list, got nothing'],
    [{ packages: [{ ...pako, version: 2 }] }, 'packages[0].version: expected text, got number'],
    [{ packages: [{ ...pako, texts: [] }] }, 'packages[0].texts: expected at least one text, got none'],
    [{ packages: [pako, { ...pako, texts: [7] }] }, 'packages[1].texts[0]: expected text, got number'],
  ])('refuses %j', (json, message) => {
    expect(() => parseShippedPackages(json)).toThrow(message);
  });
});
