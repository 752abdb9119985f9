import { expect, it } from 'vitest';
import { CheckpointError } from '../checkpoint-error';
import { parseForward } from './parse-forward';

const input = { kind: 'input' };
const result = (index: number) => ({ kind: 'result', index });
const attribute = (...path: string[]) => ({ kind: 'attribute', path });

/** A forward with these lines; an error's message shows them with their number in the code: the first is line 5. */
function forward(...lines: string[]): string {
  return `\n\n\ndef forward(self, input_1):\n${lines.map((line) => `    ${line}\n`).join('')}    `;
}

function refusal(code: string): { code: string; message: string } {
  try {
    parseForward(code);
  } catch (error) {
    if (error instanceof CheckpointError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('expected a refusal');
}

it('reads the calls and what they are given', () => {
  const program = parseForward(
    forward(
      'initializers_0 = self.initializers.onnx_initializer_0',
      'mul = getattr(self, "net/tf/math/Mul")(input_1, initializers_0);  input_1 = initializers_0 = None',
      '# a comment',
      '',
      'conv = self.a.conv(mul)  # type: ignore',
      'deep = getattr(getattr(self, "a/b").c, "0")(conv, min = None, max = mul);  mul = None',
      'alias = deep',
      'return alias',
    ),
  );
  expect(program.calls.map(({ path, inputs, line }) => ({ path, inputs, line }))).toEqual([
    { path: ['net/tf/math/Mul'], inputs: [input, attribute('initializers', 'onnx_initializer_0')], line: 6 },
    { path: ['a', 'conv'], inputs: [result(0)], line: 9 },
    { path: ['a/b', 'c', '0'], inputs: [result(1)], line: 10 },
  ]);
  expect([...program.calls[2]!.named]).toEqual([
    ['min', { kind: 'none' }],
    ['max', result(0)],
  ]);
  expect(program.result).toEqual(result(2));
});

it.each([
  ['an annotated input', 'def forward(self, x : torch.Tensor) -> torch.Tensor:\n    return x'],
  ['an optional input', 'def forward(self, x : Optional[torch.Tensor] = None):\n    return x'],
  ['an annotated value', 'def forward(self, x):\n    y : torch.Tensor = x\n    return y'],
  ['lines that end as on Windows', 'def forward(self, x):\r\n    y = x\r\n    return y\r\n'],
])('reads %s', (_what, code) => {
  expect(parseForward(code).result).toEqual(input);
});

it.each([
  ['import os', 'expected an assignment or a return, got code that would have to be executed: import os'],
  ['x = torch.relu(input_1)', 'expected a call of a module of the network, got code'],
  ['x = __import__("os").system("ls")', 'expected a call of a module of the network, got code'],
  ['for i in range(3): pass', 'expected an assignment or a return, got code'],
  ['f = lambda v: v', 'expected a call of a module of the network, got code'],
  ['x = self.__class__(input_1)', '"__class__" is Python\'s own, not a module of the network'],
  ['x = getattr(self, "__dict__")', '"__dict__" is Python\'s own'],
  ['x = getattr(os, "system")("ls")', 'expected "self" in getattr, got code'],
  ['f = input_1(input_1)', 'expected a call of a module of the network, got code'],
  ['print(input_1)', 'expected an assignment or a return, got code'],
])('refuses to execute %s', (line, problem) => {
  const { code, message } = refusal(forward(line, 'return input_1'));
  expect(code).toBe('unsafe');
  expect(message).toContain(`forward: line 5 of the generated code: ${problem}`);
});

it.each([
  ['x = nowhere', '"nowhere" has no value'],
  ['x = self', 'expected a module of the network, got the network itself'],
  ['x = self(input_1)', 'expected a module of the network, got the network itself'],
  ['self = input_1', '"self" can\'t be assigned'],
  ['getattr = input_1', '"getattr" can\'t be assigned'],
  ['x = self.a(input_1).b', 'expected one statement, then came ".b"'],
  ['x = self.a(*input_1)', 'expected the name of a value'],
  ['x = self.a(3)', 'expected the name of a value'],
  ['x = self.a(input_1', 'expected "," at the end'],
  ['x = self.a(k = input_1, input_1)', 'expected a named argument after a named one'],
  ['x = input_1 + input_1', 'expected one statement, then came "+ input_1"'],
  ['x = input_1[0]', 'expected one statement, then came "[0]"'],
  ['x == input_1', 'expected an assignment or a return'],
  ['x = getattr(self, "a\\"b")(input_1)', 'expected a plain text in quotes'],
  ['x = getattr(self, "a.b")(input_1)', 'expected the name of a module'],
  ['x = getattr(self, "open)', 'expected a plain text in quotes'],
  ['  x = input_1', 'expected a straight line of code'],
  ['return input_1\n    x = input_1', 'expected nothing after the return'],
])('does not know %s', (line, problem) => {
  const { code, message } = refusal(forward('y = input_1', line, 'return y'));
  expect(code).toBe('unsupported');
  expect(message).toContain(problem);
});

it.each([
  ['no code', '', 'expected "def forward(self, …)" in the generated code, got none'],
  ['no return', forward('x = self.a(input_1)'), 'expected "return" in the generated code, got none'],
  ['two inputs', 'def forward(self, a, b):\n    return a', 'expected a network with one input, got 2'],
  ['no input', 'def forward(self):\n    return self', 'expected a network with one input, got 0'],
  ['another function', 'def backward(self, a):\n    return a', 'expected "def forward(self, …)"'],
  ['a body on the first line', 'def forward(self, a): return a', 'expected the end of the line after the parameters'],
  ['a name that was given up', forward('x = input_1;  input_1 = None', 'x = nothing', 'return x'), '"nothing" has no'],
])('refuses %s', (_what, code, problem) => {
  expect(refusal(code)).toMatchObject({ code: 'unsupported' });
  expect(refusal(code).message).toContain(problem);
});

it('shows the beginning of a long line only', () => {
  expect(refusal(forward(`x = ${'a'.repeat(1000)}`)).message.length).toBeLessThan(1200);
  expect(refusal(forward(`import ${'a'.repeat(1000)}`)).message.length).toBeLessThan(250);
});

it('has limits for what a crafted file may contain', () => {
  expect(refusal(' '.repeat(17 * 1024 * 1024)).code).toBe('too-large');
  expect(refusal(forward(`x = ${'getattr('.repeat(100_000)}`)).code).toBe('too-large');
  expect(refusal(forward(`x = self${'.a'.repeat(100)}`)).code).toBe('too-large');
  expect(refusal(forward('x = self.a(input_1);'.repeat(50_001))).code).toBe('too-large');
});

it('reads hostile megabytes in a single pass', () => {
  const spaces = ' '.repeat(4 * 1024 * 1024);
  expect(refusal(forward(`x =${spaces}`)).code).toBe('unsupported');
  expect(refusal(forward(`x : ${'a'.repeat(4 * 1024 * 1024)}`)).code).toBe('unsupported');
  expect(refusal(forward(`x = getattr(self, "${'a'.repeat(4 * 1024 * 1024)}`)).code).toBe('unsupported');
});
