import { describe, expect, it } from 'vitest';
import { isNearPrefix } from './near-prefix';

describe('isNearPrefix', () => {
  it.each<[string, string, boolean]>([
    ['leopard', 'leopard', true],
    ['leop', 'leopard', true],
    ['lepard', 'leopard', true],
    ['lleopard', 'leopard', true],
    ['leopaard', 'leopard', true],
    ['leopord', 'leopard', true],
    ['leoaprd', 'leopard', true],
    ['eopard', 'leopard', true],
    ['xeopard', 'leopard', true],
    ['leopards', 'leopard', true],
    ['leopardx', 'leopardus', true],
    ['leprd', 'leopard', false],
    ['leopardss', 'leopard', false],
    ['drapoel', 'leopard', false],
    ['lpeoard', 'leopard', false],
    ['', 'leopard', true],
    ['l', '', true],
    ['le', '', false],
  ])('%s, %s: %s', (word, other, expected) => expect(isNearPrefix(word, other)).toBe(expected));
});
