import { describe, expect, it } from 'vitest';
import { CheckpointError } from '../checkpoint-error';
import { readPickle } from '../pickle/read-pickle';
import { readModule } from './module-tree';
import { boolOf, dictOf, intOf, intPairOf, listOf, numberOf, textOf } from './typed-value';
import { looksLikeStateDict } from './state-dict';
import { dict, pickleOf, tensor } from '../../../test/weights/torch-archive';

const valueOf = (pickle: string) => readPickle(new TextEncoder().encode(pickleOf(pickle))).root;
const moduleOf = (state: Readonly<Record<string, string>>) => `ctorch.nn\nLinear\n)\x81${dict(state)}b`;
const WEIGHT = tensor({ storage: 'FloatStorage', key: '0', count: 1, dims: [1], strides: [1] });

/** Latin-1: the one byte above 0x7f in here is an opcode. */
const read = (pickle: string) => readPickle(Uint8Array.from(pickleOf(pickle), (char) => char.charCodeAt(0))).root;

function refusal(work: () => unknown): CheckpointError {
  try {
    work();
  } catch (error) {
    if (error instanceof CheckpointError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('readModule', () => {
  it('sorts a state into attributes, tensors and children', () => {
    const found = readModule(
      read(
        moduleOf({
          training: 'I00\n',
          in_features: 'I3\n',
          _parameters: dict({ weight: WEIGHT, bias: 'N' }),
          _buffers: dict({}),
          _modules: dict({ act: moduleOf({}) }),
          _forward_hooks: dict({}),
        }),
      ),
      'model',
    );
    expect(found.className).toBe('torch.nn.Linear');
    expect(found.attributes.get('in_features')).toBe(3);
    expect([...found.parameters.keys()]).toEqual(['weight']);
    expect([...found.modules.keys()]).toEqual(['act']);
    expect(found.attributes.has('_forward_hooks')).toBe(false);
  });

  it.each([
    '_forward_hooks',
    '_forward_pre_hooks',
    '_backward_hooks',
    '_load_state_dict_post_hooks',
    '_forward_hooks_with_kwargs',
    '_state_dict_pre_hooks',
  ])('%s with an entry is refused', (key) => {
    const hooked = read(moduleOf({ [key]: dict({ a: 'cbuiltins\nprint\n' }) }));
    expect(refusal(() => readModule(hooked, 'model.0'))).toMatchObject({ code: 'unsafe', where: 'model.0' });
  });

  it('a call in place of a module is not made', () => {
    const error = refusal(() => readModule(read('cbuiltins\neval\n(V1+1\ntR'), 'model'));
    expect(error.code).toBe('unsafe');
    expect(error.message).toContain('a call of builtins.eval');
  });

  it.each([
    ['a number', 'I42\n', 'the number 42'],
    ['nothing', 'N', 'nothing (None)'],
    ['a list', '](I1\nI2\ne', 'a list of 2'],
    ['a name', 'cbuiltins\nprint\n', 'the name builtins.print'],
  ])('%s is no module', (_, pickle, words) => {
    const error = refusal(() => readModule(read(pickle), 'model'));
    expect(error).toMatchObject({ code: 'unsupported', message: `model: expected a module, got ${words}` });
  });

  it('a state with more entries than any network has', () => {
    const entries = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`a${i}`, 'N']));
    expect(refusal(() => readModule(read(moduleOf(entries)), 'model')).code).toBe('too-large');
  });

  it('modules that share a state share what is read of it', () => {
    const first = readModule(read(moduleOf({ a: 'I1\n' })), 'model');
    const pair = read(`(${moduleOf({ a: 'I1\n' })}p1\ng1\nt`) as readonly Parameters<typeof readModule>[0][];
    expect(readModule(pair[0], 'model.0').attributes).toBe(readModule(pair[1], 'model.1').attributes);
    expect(readModule(pair[0], 'model.0').attributes).toEqual(first.attributes);
  });

  it('states that share their tensors share what is read of them', () => {
    const buffers = dict({ mean: WEIGHT });
    const state = (shared: string) => `ctorch.nn\nLinear\n)\x81}(V_buffers\n${shared}ub`;
    const pair = read(`(${state(`${buffers}p1\n`)}${state('g1\n')}t`) as readonly Parameters<typeof readModule>[0][];
    const [first, second] = pair.map((value, index) => readModule(value, `model.${index}`).buffers);
    expect(first?.size).toBe(1);
    expect(second).toBe(first);
  });

  it('a path deeper than any network ends', () => {
    expect(refusal(() => readModule(read(moduleOf({})), 'a.'.repeat(100))).code).toBe('unsupported');
  });
});

describe('values of one kind', () => {
  it('are taken', () => {
    expect(intOf(3, 'x')).toBe(3);
    expect(numberOf(0.5, 'x')).toBe(0.5);
    expect(textOf('a', 'x')).toBe('a');
    expect(boolOf(true, 'x')).toBe(true);
    expect(intPairOf(3, 'x')).toEqual([3, 3]);
    expect(intPairOf([1, 2], 'x')).toEqual([1, 2]);
    expect(listOf([1], 'x')).toEqual([1]);
    expect(dictOf(valueOf(dict({ a: 'N' })), 'x').entries.size).toBe(1);
  });

  it.each([
    ['whole number', () => intOf(0.5, 'x')],
    ['whole number', () => intOf(2n ** 70n, 'x')],
    ['number', () => numberOf(NaN, 'x')],
    ['text', () => textOf(1, 'x')],
    ['True or False', () => boolOf(1, 'x')],
    ['two numbers', () => intPairOf([1, 2, 3], 'x')],
    ['list', () => listOf('a', 'x')],
    ['dict', () => dictOf([], 'x')],
  ] as const)('another kind than a %s is refused', (words, work) => {
    expect(refusal(work).message).toContain(words);
  });

  it('an absent attribute is told as missing', () => {
    expect(refusal(() => intOf(undefined, 'model.stride')).message).toBe(
      'model.stride: expected a whole number, it is missing',
    );
  });
});

describe('state dicts', () => {
  it.each([
    ['a table of tensors', dict({ 'model.0.weight': WEIGHT, epoch: 'I1\n' }), true],
    ['one under state_dict', dict({ state_dict: dict({ a: WEIGHT }), epoch: 'I1\n' }), true],
    ['a model object', dict({ epoch: 'I1\n', model: 'I1\n' }), false],
    ['a number', 'I1\n', false],
  ])('%s', (_, pickle, expected) => {
    expect(looksLikeStateDict(valueOf(pickle))).toBe(expected);
  });
});
