import { describe, expect, it } from 'vitest';
import { CheckpointError } from '../checkpoint-error';
import { readPickle } from './read-pickle';

const bytes = (...parts: readonly (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));
const read = (...parts: readonly (number | string)[]) => readPickle(bytes(0x80, 2, ...parts));

function refusal(...parts: readonly (number | string)[]): CheckpointError {
  try {
    read(...parts);
  } catch (error) {
    if (error instanceof CheckpointError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('plain values', () => {
  it.each([
    ['None', ['N.'], null],
    ['True', [0x88, '.'], true],
    ['False of protocol 0', ['I00\n.'], false],
    ['BININT', ['J', 0xff, 0xff, 0xff, 0xff, '.'], -1],
    ['BININT1', ['K', 200, '.'], 200],
    ['BININT2', ['M', 0, 1, '.'], 256],
    ['LONG1, negative', [0x8a, 2, 0x00, 0x80, '.'], -32768],
    ['LONG1 beyond exact numbers', [0x8a, 8, 1, 0, 0, 0, 0, 0, 0, 0x40, '.'], 0x4000000000000001n],
    ['LONG of protocol 0', ['L42L\n.'], 42],
    ['BINFLOAT, big-endian', ['G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0, '.'], 1.5],
    ['FLOAT of protocol 0', ['F0.25\n.'], 0.25],
    ['BINUNICODE', ['X', 3, 0, 0, 0, 'ña', '.'], 'ña'],
    ['SHORT_BINUNICODE', [0x8c, 2, 'ab', '.'], 'ab'],
    ['FLOAT of protocol 0 beyond numbers', ['F-inf\n.'], -Infinity],
    ['STRING of protocol 0', ["S'ab'\n."], 'ab'],
    ['STRING with escapes', ['S"a\\n\\x41\\\\\\"\"\n.'], 'a\nA\\"'],
    ['UNICODE of protocol 0', ['V\\u00e9', 0xe9, '\\U0001f43b\\n\n.'], 'éé🐻\\n'],
    ['tuple of two', ['K', 1, 'K', 2, 0x86, '.'], [1, 2]],
    ['tuple to the mark', ['(K', 1, 'K', 2, 't.'], [1, 2]],
    ['list', ['](K', 1, 'K', 2, 'e.'], [1, 2]],
    ['nested through the memo', [']q', 7, 'K', 1, 'a0h', 7, '.'], [1]],
    ['popped to the mark', ['K', 9, '(K', 1, '1.'], 9],
  ] as const)('%s', (_, parts, expected) => {
    expect(read(...parts).root).toEqual(expected);
  });

  it('a dict keeps its order and counts keys that are no text', () => {
    const { root } = read('}(X', 1, 0, 0, 0, 'b', 'K', 1, 'X', 1, 0, 0, 0, 'a', 'K', 2, ')K', 3, 'u.');
    expect(root).toMatchObject({ kind: 'dict', otherKeys: 1 });
    expect([...(root as { entries: Map<string, unknown> }).entries]).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
});

describe('records', () => {
  it('a call is recorded and not made', () => {
    const { root, globals } = read('cposix\nsystem\nX', 4, 0, 0, 0, 'echo', 0x85, 'R.');
    expect(root).toEqual({
      kind: 'call',
      target: { kind: 'global', module: 'posix', name: 'system' },
      args: ['echo'],
      state: null,
    });
    expect(globals).toEqual({ 'posix.system': 1 });
  });

  it('an object keeps its class and the state of its BUILD', () => {
    const { root } = read('ca.b\nC\n)', 0x81, '}X', 1, 0, 0, 0, 'x', 'K', 5, 'sb.');
    expect(root).toMatchObject({ kind: 'object', type: { module: 'a.b', name: 'C' }, args: [] });
    expect((root as { state: { entries: Map<string, unknown> } }).state.entries.get('x')).toBe(5);
  });

  it.each([
    ['OrderedDict()', ['ccollections\nOrderedDict\n)R.'], 'dict'],
    ['set([1])', ['c__builtin__\nset\n](K', 1, 'e', 0x85, 'R.'], null],
  ] as const)('%s becomes a plain container', (_, parts, kind) => {
    const { root } = read(...parts);
    if (kind === null) expect(root).toEqual([1]);
    else expect(root).toMatchObject({ kind });
  });

  it('a persistent id is kept', () => {
    expect(read('X', 1, 0, 0, 0, '5', 'Q.').root).toEqual({ kind: 'persistent', id: '5' });
  });

  it('a list may contain itself', () => {
    const root = read(']q', 0, 'h', 0, 'a.').root as unknown[];
    expect(root[0]).toBe(root);
  });
});

describe('damage is told with its byte', () => {
  it.each([
    ['no opcode', [0xfe], 'byte 2 of data.pkl', '0xfe is no opcode'],
    ['no STOP', ['N'], 'byte 3 of data.pkl', 'ends without STOP'],
    ['nothing on the stack', ['R.'], 'byte 3 of data.pkl', 'expected 2 values'],
    ['a mark that hides values', ['NN(R.'], 'byte', 'expected 2 values'],
    ['a memo entry that was never stored', ['h', 7, '.'], 'byte 4 of data.pkl', 'nothing was remembered under 7'],
    [
      'a text longer than the file',
      ['X', 0xff, 0xff, 0xff, 0x7f, 'abc'],
      'byte 7',
      'expected 2147483647 more bytes, got 3',
    ],
    ['a protocol of the future', [0x80, 9, 'N.'], 'byte', 'protocol 9 does not exist'],
    ['a name that fills the memory', [`c${'a'.repeat(600)}\nb\n.`], 'byte', 'a name of 601 characters'],
    ['an extension', [0x82, 1, '.'], 'byte', 'outside the file'],
    ['values left over', ['NN.'], 'byte', 'left over'],
    ['a key without a value', ['}(Nu.'], 'byte', 'a key without a value'],
    ['items for a number', ['K', 1, '(Ne.'], 'byte', 'no list'],
    ['a state for a number', ['K', 1, '}b.'], 'byte', 'no object'],
    ['a text without quotes', ['Sab\n.'], 'byte', 'without its quotes'],
    ['a character beyond Unicode', ['V\\U00110000\n.'], 'byte', 'a character that does not exist'],
    ['a FLOAT that is none', ['F1.5x\n.'], 'byte', 'a number with other characters'],
    [
      'a FLOAT of many digits that is none',
      [`F${'1'.repeat(1_000_000)}x\n.`],
      'byte',
      'a number with other characters',
    ],
    ['a whole number of 33 bytes', [0x8a, 33, 'x'.repeat(33), '.'], 'byte', 'a whole number of 33 bytes'],
  ] as const)('%s', (_, parts, where, message) => {
    const error = refusal(...parts);
    expect(error.code).toBe('damaged');
    expect(error.where).toContain(where);
    expect(error.message).toContain(message);
  });

  it('a million nested tuples are read without a stack overflow', () => {
    const nested = new Uint8Array(2 + 1 + 1_000_000 + 1).fill(0x85);
    nested.set([0x80, 2, 0x4e]);
    nested[nested.length - 1] = 0x2e;
    let depth = 0;
    for (let value = readPickle(nested).root; Array.isArray(value); value = value[0]!) depth++;
    expect(depth).toBe(1_000_000);
  });
});

describe('a pickle that describes more than any network is refused before it fills the memory', () => {
  const MARK_TO_TUPLE = ['(', 't.'] as const;
  const LONG_LIST = `(${'N'.repeat(100_000)}t`;

  it.each<[string, string]>([
    ['dicts', '}'.repeat(500_000)],
    ['objects', `ca\nB\nq\x010${'h\x01)\x81'.repeat(400_000)}`],
    ['names', 'ca\nB\n'.repeat(600_000)],
    ['nested tuples', `N${'\x85'.repeat(3_100_000)}`],
    ['copies of a list', `${LONG_LIST}q\x01c__builtin__\nset\nq\x02${'h\x02h\x01\x85R'.repeat(40)}`],
    [
      'copies of pairs',
      `(${'NN\x86'.repeat(100_000)}tq\x01ccollections\nOrderedDict\nq\x02${'h\x02h\x01\x85R'.repeat(20)}`,
    ],
  ])('%s', (_, body) => {
    const [before, after] = MARK_TO_TUPLE;
    const pickle = Uint8Array.from(before + body + after, (char) => char.charCodeAt(0));
    expect(() => readPickle(pickle)).toThrow(expect.objectContaining({ code: 'too-large' }) as CheckpointError);
  });
});
