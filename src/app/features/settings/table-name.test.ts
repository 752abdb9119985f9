import { describe, expect, it } from 'vitest';
import { tableName } from './table-name';

describe('tableName', () => {
  it.each([
    ['de', 'German'],
    ['pt_BR', 'Brazilian Portuguese'],
    ['deu', 'German'],
    ['Deutsch', 'Deutsch'],
    ['Kiswahili (Kenya)', 'Kiswahili (Kenya)'],
    ['zz', 'zz'],
    ['de-x', 'de-x'],
    ['', 'namen.csv'],
  ])('%s: %s', (language, name) => expect(tableName({ language, fileName: 'namen.csv' })).toBe(name));
});
