import { describe, expect, it } from 'vitest';
import { parseModelCatalog } from '../domain/model-catalog';
import { addressOf } from './model-download';

const catalog = parseModelCatalog({
  entries: [
    {
      id: 'a',
      kind: 'package',
      name: 'A',
      version: '1',
      licence: 'MIT',
      citation: 'Somebody',
      files: [],
      downloads: [
        { url: 'https://one.example/a.pt', verified: false },
        { files: [{ url: 'https://two.example/a' }, { url: 'https://two.example/b' }], verified: false },
      ],
    },
  ],
});

describe('addressOf', () => {
  it.each([
    ['entry=a&n=0&file=0', 'https://one.example/a.pt'],
    ['entry=a&n=1&file=1', 'https://two.example/b'],
    ['entry=a&n=1&file=2', null],
    ['entry=a&n=2&file=0', null],
    ['entry=b&n=0&file=0', null],
    ['entry=a', null],
    ['entry=a&n=-1&file=0', null],
    ['entry=a&n=length&file=0', null],
    ['entry=a&n=0&file=0x0', null],
    ['entry=a&n=&file=', null],
  ])('%s → %s', (query, address) => expect(addressOf(catalog, new URLSearchParams(query))).toBe(address));
});
