import { describe, expect, it } from 'vitest';
import {
  pythonFloat,
  pythonJson,
  pythonJsonWithList,
  roundTo4,
  type JsonValue,
  type PythonJsonStyle,
} from './python-json';

const STYLE: PythonJsonStyle = { floatKeys: new Set(['conf', 'bbox']), roundsTo4: true, isAscii: false };

describe('roundTo4', () => {
  it.each([
    [0.03125, 0.0312],
    [0.09375, 0.0938],
    [-0.03125, -0.0312],
    [-0.09375, -0.0938],
    [0.00005, 0.0001],
    [0.99995, 1],
    [0.99994999, 0.9999],
    [2.675, 2.675],
    [-0.00004, -0],
    [-0, -0],
    [1e22, 1e22],
  ])('%d → %d', (value, rounded) => expect(roundTo4(value)).toBe(rounded));
});

describe('pythonFloat', () => {
  it.each([
    [1, '1.0'],
    [0, '0.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [1e-4, '0.0001'],
    [1e-5, '1e-05'],
    [1.5e-10, '1.5e-10'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [1.25e22, '1.25e+22'],
  ])('%d → %s', (value, text) => expect(pythonFloat(value)).toBe(text));
});

describe('pythonJson', () => {
  it('writes floats where they are known, at any depth', () => {
    const value = { category: '1', n: 1, conf: 1, bbox: [0, 0.12345, 1], none: undefined, empty: [[], {}], nil: null };
    expect(pythonJson(value, STYLE)).toBe(
      '{\n "category": "1",\n "n": 1,\n "conf": 1.0,\n "bbox": [\n  0.0,\n  0.1235,\n  1.0\n ],\n' +
        ' "empty": [\n  [],\n  {}\n ],\n "nil": null\n}',
    );
  });

  it('keeps the order of a Map, which an object would lose', () => {
    const value = new Map([
      ['3', 'vehicle'],
      ['1', 'animal'],
    ]);
    expect(pythonJson(value, STYLE)).toBe('{\n "3": "vehicle",\n "1": "animal"\n}');
  });

  it('escapes as Python does', () => {
    const text = 'é\u{1f600}"\\\n\u0001\u007f';
    expect(pythonJson(text, STYLE)).toBe('"é\u{1f600}\\"\\\\\\n\\u0001\u007f"');
    expect(pythonJson(text, { ...STYLE, isAscii: true })).toBe('"\\u00e9\\ud83d\\ude00\\"\\\\\\n\\u0001\\u007f"');
  });
});

describe('pythonJsonWithList', () => {
  it.each<[readonly JsonValue[]]>([[[]], [[{ conf: 1 }]], [[1, { a: [true] }, []]]])(
    'equals the whole text: %j',
    (items) => {
      const whole = pythonJson({ info: { v: 1 }, images: items }, STYLE);
      const chunks = [...pythonJsonWithList([['info', { v: 1 }]], 'images', items, STYLE)];
      expect(chunks.join('')).toBe(whole);
      expect(chunks).toHaveLength(items.length + 1);
    },
  );
});
