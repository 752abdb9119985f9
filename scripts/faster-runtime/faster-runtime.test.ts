import { describe, expect, it } from 'vitest';
import { assembleKernel, publishedRuntime, RUNTIME_FILES, withFasterKernels } from './faster-runtime';
import type { KernelMode } from './gemm-kernel';
import { findStockKernels, type StockKernel } from './stock-kernels';
import { readFunctions, replaceBodies } from './wasm-functions';

type Kernel = (
  ...numbers: [
    a: number,
    b: number,
    c: number,
    k: number,
    m: number,
    n: number,
    lda: number,
    ldc: number,
    alpha: number,
  ]
) => number;

const memory = new WebAssembly.Memory({ initial: 16, maximum: 65536, shared: true });
const floats = new Float32Array(memory.buffer);
const [A, B, C] = [16_384, 131_072, 524_288];
const PANEL = 16;

/** Numbers of many sizes, zeros and such that are almost nothing; the same each time. */
function fill(from: number, count: number, seed: number): void {
  let state = seed;
  for (let index = 0; index < count; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const size = 2 ** ((state >>> 8) % 24) * 1e-4;
    floats[from / 4 + index] = state % 97 === 0 ? 0 : state % 1009 === 0 ? 1e-42 : (state / 2 ** 31 - 1) * size;
  }
}

async function start(module: Uint8Array<ArrayBuffer>): Promise<Kernel> {
  const { instance } = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports['kernel'] as Kernel;
}

/** The runtime's own loop in place of ours: both have the same parameters. */
async function startStock({ mode, body }: StockKernel): Promise<Kernel> {
  return start(replaceBodies(await assembleKernel(mode), new Map([[0, body]])));
}

interface Shape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly alpha: number;
}

/** As the runtime calls it: again with the rows that are left, until there are none. */
function multiply(kernel: Kernel, { m, n, k, alpha }: Shape): Uint32Array {
  const [lda, ldc] = [k + 3, n + 5];
  fill(A, m * lda, 7 * m + k);
  fill(B, Math.ceil(n / PANEL) * PANEL * k, n + 31 * k);
  fill(C, m * ldc, 5);
  let rowsDone = 0;
  while (rowsDone < m) {
    const rows = kernel(A + 4 * lda * rowsDone, B, C + 4 * ldc * rowsDone, k, m - rowsDone, n, lda, ldc, alpha);
    if (rows < 1 || rows > m - rowsDone) throw new Error(`${rows} rows of ${m - rowsDone}`);
    rowsDone += rows;
  }
  return new Uint32Array(memory.buffer, C, m * ldc + PANEL).slice();
}

const range = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const shapes: readonly Shape[] = [
  ...range(9).flatMap((m) => range(35).flatMap((n) => [1, 2, 3, 8, 17].map((k) => ({ m, n, k, alpha: 1 })))),
  ...range(7).map((m) => ({ m, n: 48 + m, k: 128, alpha: 0.3 })),
  { m: 33, n: 128, k: 128, alpha: 1 },
];

describe.each(RUNTIME_FILES)('the faster loops of matrix products in %s', (file) => {
  const runtime = publishedRuntime(file);

  it.each<KernelMode>(['zero', 'add'])('give the same bits as the published runtime: %s', async (mode) => {
    const stock = findStockKernels(runtime).find((kernel) => kernel.mode === mode)!;
    const [published, faster] = [await startStock(stock), await start(await assembleKernel(mode))];
    for (const shape of shapes) {
      const expected = multiply(published, shape);
      // Without expect for each number: a hundred thousand of them take a minute.
      const found = multiply(faster, shape);
      const wrong = expected.findIndex((bits, index) => bits !== found[index]);
      expect({ shape, wrong }).toEqual({ shape, wrong: -1 });
    }
    // What is compared is no row of zeros: another factor gives another number.
    const [one, other] = [multiply(published, shapes[0]!)[0], multiply(faster, { ...shapes[0]!, alpha: 2 })[0]];
    expect(one).not.toBe(other);
  });

  it('stand in a runtime that is otherwise the published one', async () => {
    const faster = await withFasterKernels(runtime);
    const [before, after] = [readFunctions(runtime), readFunctions(faster)];
    const changed = before.bodies.flatMap(({ start, end }, index) => {
      const { start: from, end: to } = after.bodies[index]!;
      return Buffer.compare(runtime.subarray(start, end), faster.subarray(from, to)) === 0 ? [] : [index];
    });
    expect(changed).toEqual(findStockKernels(runtime).map(({ index }) => index));
    expect(after.bodies).toHaveLength(before.bodies.length);
    const tails = [runtime.subarray(before.section.end), faster.subarray(after.section.end)] as const;
    expect(Buffer.compare(...tails)).toBe(0);
    // Node 20 takes no file with the newer exceptions, which the build for JSPI has; browsers load it in their own tests.
    expect(WebAssembly.validate(faster)).toBe(WebAssembly.validate(new Uint8Array(runtime)));
  });

  it('are not put into a runtime with other loops', async () => {
    const other = new Uint8Array(runtime);
    const [kernel] = findStockKernels(runtime);
    other[kernel!.body.byteOffset - runtime.byteOffset + 40]! ^= 1;
    await expect(withFasterKernels(other)).rejects.toThrow(
      /not those of onnxruntime-web 1\.30\.0 \(found: (?:add|zero)\)/,
    );
    await expect(withFasterKernels(new Uint8Array(0))).rejects.toThrow('no functions');
    await expect(withFasterKernels(runtime.subarray(0, 1_000_000))).rejects.toThrow(/cut off|not those/);
  });
});
