import { expect, it } from 'vitest';
import { firstLines } from './first-lines';

it('keeps a short text as it is', () => {
  expect(firstLines('{\n  "a": 1\n}\n')).toBe('{\n  "a": 1\n}\n');
});

it('cuts long lines and many lines, and says so', () => {
  expect(firstLines('x'.repeat(500))).toBe(`${'x'.repeat(400)}…`);
  const many = firstLines(Array.from({ length: 100 }, (_, line) => String(line)).join('\n'));
  expect(many.split('\n')).toHaveLength(61);
  expect(many.endsWith('\n59\n…')).toBe(true);
});
