import { CheckpointError } from '../checkpoint-error';
import { shorten } from '../torch/describe-value';
import { CodeLine } from './code-line';
import type { ForwardProgram, ForwardValue, ModuleCall } from './forward-program';
import { readPath } from './module-path';

/** SpeciesNet has a thousand calls in 250 kB. */
const MOST_CALLS = 50_000;
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Words that begin a statement of Python's own, or an expression that only Python can evaluate. */
const PYTHON_WORDS: ReadonlySet<string> = new Set(
  (
    'and as assert async await break class continue def del elif else except exec finally for from global if import in ' +
    'is lambda nonlocal not or pass print raise try while with yield'
  ).split(' '),
);
/** Names that always mean the same here and so can't be given away. */
const FIXED_NAMES: ReadonlySet<string> = new Set(['self', 'getattr', 'None', 'True', 'False', 'return']);
const NONE: ForwardValue = { kind: 'none' };

/**
 * Reads the source of `forward` that torch.fx generates for a GraphModule (torch 1.13 to 2.x, fx/graph.py): a straight
 * line of `name = self.path(arguments)`, `name = getattr(self, "odd/name")(arguments)`, `name = self.path` and
 * `name = None`, ending with `return name`. It is read as data; nothing is executed.
 * @throws CheckpointError `unsafe` for code that would have to be executed (imports, loops, calls of anything else than
 *   the network's modules), `unsupported` for code of another form, `too-large` beyond the limits.
 */
export function parseForward(code: string): ForwardProgram {
  if (code.length > MOST_CHARACTERS) {
    throw new CheckpointError(
      'too-large',
      `the generated code has ${code.length} characters, expected at most ${MOST_CHARACTERS}`,
      'forward',
    );
  }
  const reader = new ForwardReader();
  let start = 0;
  for (let number = 1; start <= code.length; number += 1) {
    const newline = code.indexOf('\n', start);
    const end = newline < 0 ? code.length : newline;
    reader.read(new CodeLine(code.slice(start, end).replace(/\r$/, ''), number));
    start = end + 1;
  }
  return reader.finish();
}

class ForwardReader {
  readonly #calls: ModuleCall[] = [];
  readonly #names = new Map<string, ForwardValue>();
  #indent: number | null = null;
  #result: ForwardValue | null = null;
  #hasBegun = false;

  read(line: CodeLine): void {
    if (line.isDone()) return;
    if (!this.#hasBegun) return this.#readHead(line);
    if (this.#result !== null) throw line.refuse('unsupported', 'expected nothing after the return');
    const indent = line.text.search(/\S/);
    this.#indent ??= indent;
    if (indent === 0 || indent !== this.#indent) throw line.refuse('unsupported', 'expected a straight line of code');
    do this.#readStatement(line);
    while (line.take(';') && !line.isDone());
    if (!line.isDone()) throw line.refuse('unsupported', `expected one statement, then came "${line.rest()}"`);
  }

  finish(): ForwardProgram {
    if (!this.#hasBegun) throw missing('def forward(self, …)');
    if (this.#result === null) throw missing('return');
    return { calls: this.#calls, result: this.#result };
  }

  /** `def forward(self, input_1 : torch.Tensor = None) -> torch.Tensor:` */
  #readHead(line: CodeLine): void {
    const word = line.takeName();
    if (word !== 'def') throw refuseWord(line, word, 'expected "def forward(self, …)"');
    if (/^\s/.test(line.text) || line.takeName() !== 'forward') {
      throw line.refuse('unsupported', 'expected "def forward(self, …)"');
    }
    line.expect('(');
    if (line.takeName() !== 'self') throw line.refuse('unsupported', 'expected "self" as the first parameter');
    const inputs: string[] = [];
    while (line.take(',')) inputs.push(readParameter(line));
    line.expect(')');
    if (line.take('->')) skipReturnType(line);
    line.expect(':');
    if (!line.isDone()) throw line.refuse('unsupported', 'expected the end of the line after the parameters');
    const [input, ...others] = inputs;
    if (input === undefined || others.length > 0) {
      throw line.refuse('unsupported', `expected a network with one input, got ${inputs.length}`);
    }
    this.#names.set(input, { kind: 'input' });
    this.#hasBegun = true;
  }

  #readStatement(line: CodeLine): void {
    const targets: string[] = [];
    for (let target = readTarget(line); target !== null; target = line.takeTarget()) targets.push(target);
    if (targets.length === 0) {
      this.#result = this.#readOperand(line);
      return;
    }
    const value = this.#readExpression(line);
    for (const target of targets) this.#names.set(checkTarget(line, target), value);
  }

  #readExpression(line: CodeLine): ForwardValue {
    const path = readPath(line);
    if (path === null) return this.#readOperand(line);
    if (!line.take('(')) return { kind: 'attribute', path };
    const inputs: ForwardValue[] = [];
    const named = new Map<string, ForwardValue>();
    while (!line.take(')')) {
      const name = line.takeTarget();
      const value = this.#readOperand(line);
      if (name !== null) named.set(name, value);
      else if (named.size > 0) throw line.refuse('unsupported', 'expected a named argument after a named one');
      else inputs.push(value);
      if (line.take(')')) break;
      line.expect(',');
    }
    if (this.#calls.length >= MOST_CALLS) throw line.refuse('too-large', `expected at most ${MOST_CALLS} calls`);
    this.#calls.push({ path, inputs, named, line: line.number });
    return { kind: 'result', index: this.#calls.length - 1 };
  }

  /** A name that has a value, or None. */
  #readOperand(line: CodeLine): ForwardValue {
    const name = line.takeName();
    if (name === 'None') return NONE;
    if (name === null || FIXED_NAMES.has(name)) throw line.refuse('unsupported', 'expected the name of a value');
    if (PYTHON_WORDS.has(name) || line.take('(') || line.take('.')) {
      throw refuseWord(line, name, 'expected a call of a module of the network');
    }
    const value = this.#names.get(name);
    if (value === undefined) throw line.refuse('unsupported', `"${shorten(name)}" has no value`);
    return value;
  }
}

/** The first name of a statement with its equals sign, or null after `return`. */
function readTarget(line: CodeLine): string | null {
  const target = line.takeTarget();
  if (target !== null) return target;
  const name = line.takeName();
  if (name === 'return') return null;
  if (name === null || PYTHON_WORDS.has(name)) throw refuseWord(line, name, 'expected an assignment or a return');
  if (!line.take(':')) throw line.refuse('unsupported', 'expected an assignment or a return');
  line.skipAnnotation();
  line.expect('=');
  return name;
}

function checkTarget(line: CodeLine, name: string): string {
  if (PYTHON_WORDS.has(name)) throw refuseWord(line, name, 'expected a name');
  if (FIXED_NAMES.has(name) || name.startsWith('__')) throw line.refuse('unsupported', `"${name}" can't be assigned`);
  return name;
}

/** A parameter; torch.fx may give it a type and the default value None. */
function readParameter(line: CodeLine): string {
  const name = line.takeName();
  if (name === null) throw line.refuse('unsupported', 'expected the name of the input');
  if (line.take(':')) line.skipAnnotation();
  if (line.take('=') && line.takeName() !== 'None') {
    throw line.refuse('unsupported', 'expected no default value but None');
  }
  return checkTarget(line, name);
}

function skipReturnType(line: CodeLine): void {
  do if (line.takeName() === null) throw line.refuse('unsupported', 'expected a type');
  while (line.take('.'));
}

function refuseWord(line: CodeLine, word: string | null, expected: string): CheckpointError {
  const isCode = word !== null && (PYTHON_WORDS.has(word) || line.text.includes('('));
  if (!isCode) return line.refuse('unsupported', expected);
  return line.refuse('unsafe', `${expected}, got code that would have to be executed`);
}

function missing(what: string): CheckpointError {
  return new CheckpointError('unsupported', `expected "${what}" in the generated code, got none`, 'forward');
}
