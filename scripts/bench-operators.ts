/**
 * `npm run bench:operators`: how much of this computer's SIMD peak the operators of the networks reach on WASM, and what the
 * fast form of convolutions brings; prints, judges nothing. ONNX Runtime's WASM in Node runs as fast as in Chromium. Everything is
 * measured in one process, in turns; with one thread by its processor time, so that other programs disturb less.
 * `-- --threads 2` measures by the clock. `-- --rounds 9` takes more rounds. `-- --runtime published` takes ONNX Runtime as it is
 * published, without the app's faster kernels (docs/adr/0016).
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { createMemorySource } from '../src/weights/byte-source';
import { joinBytes } from '../src/weights/onnx/join-bytes';
import { rewriteModel } from '../src/weights/rewrite/rewrite-model';
import { fasterRuntimeOfNode } from './faster-runtime/faster-runtime';
import { measureInTurns, median } from './bench-operators/measure-in-turns';
import { CONVOLUTIONS, OPERATORS, writeOperator, type OperatorCase } from './bench-operators/operator-cases';
import { measurePeak } from './bench-operators/simd-peak';

const { values } = parseArgs({
  options: {
    threads: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    runtime: { type: 'string', default: 'faster' },
  },
});
const threads = Number(values.threads);
const rounds = Number(values.rounds);
env.wasm.numThreads = threads;
if (values.runtime === 'faster') env.wasm.wasmBinary = await fasterRuntimeOfNode();
env.logLevel = 'fatal';

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}; ${threads} threads`);
const peak = await measurePeak();
console.log(`SIMD peak of one thread: ${peak.toFixed(1)} GFLOP/s (f32x4 multiply and add)\n`);
console.log(`${'operator'.padEnd(40)}      ms  GFLOP/s  of peak     GB/s`);
for (const operator of OPERATORS) await printOperator(operator);
console.log(`\n${'3 by 3 convolution'.padEnd(40)}  stored ms  fast ms    ratio  largest difference`);
for (const convolution of CONVOLUTIONS) await printConvolution(convolution);
process.exit(0); // the runtime's threads would keep the process alive

async function printOperator(operator: OperatorCase): Promise<void> {
  const session = await open(await writeOperator(operator));
  const [times] = await measureInTurns([runOf(session, operator)], { rounds, threads });
  const milliseconds = median(times!);
  const speed = operator.flops / milliseconds / 1e6;
  const share = operator.flops === 0 ? '' : `${((100 * speed) / (peak * threads)).toFixed(0)} %`;
  const columns = [
    milliseconds.toFixed(2).padStart(8),
    operator.flops === 0 ? ''.padStart(9) : speed.toFixed(1).padStart(9),
    share.padStart(9),
    (operator.bytes / milliseconds / 1e6).toFixed(1).padStart(9),
  ];
  console.log(operator.name.padEnd(40) + columns.join(''));
  await session.release();
}

async function printConvolution(convolution: OperatorCase): Promise<void> {
  const file = await writeOperator(convolution);
  const rewritten = await rewriteModel(createMemorySource(file), 4, { fewestChannels: 1, moreBytes: Infinity });
  if (rewritten === null) throw new Error(`${convolution.name}: expected a fast form`);
  const pieces = rewritten.pieces.map((piece) =>
    piece instanceof Uint8Array ? piece : file.subarray(piece.start, piece.end),
  );
  const sessions = [await open(file), await open(joinBytes(pieces))] as const;
  const [stored, fast] = await measureInTurns(
    sessions.map((session) => runOf(session, convolution)),
    { rounds, threads },
  );
  const [expected, found] = [await answerOf(sessions[0], convolution), await answerOf(sessions[1], convolution)];
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const apart = expected.reduce((worst, value, index) => Math.max(worst, Math.abs(value - found[index]!)), 0);
  const columns = [
    median(stored!).toFixed(1).padStart(11),
    median(fast!).toFixed(1).padStart(9),
    (median(stored!) / median(fast!)).toFixed(2).padStart(9),
    (apart / largest).toExponential(1).padStart(20),
  ];
  console.log(convolution.name.padEnd(40) + columns.join(''));
  for (const session of sessions) await session.release();
}

function open(file: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(file, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
}

function runOf(session: InferenceSession, operator: OperatorCase) {
  const feeds = feedsOf(operator);
  return async () => {
    const outputs = await session.run(feeds);
    for (const output of Object.values(outputs)) output.dispose();
  };
}

async function answerOf(session: InferenceSession, operator: OperatorCase): Promise<Float32Array> {
  const outputs = await session.run(feedsOf(operator));
  return Float32Array.from(Object.values(outputs)[0]!.data as Float32Array);
}

function feedsOf({ dims }: OperatorCase): Readonly<Record<string, Tensor>> {
  const count = dims.reduce((product, dim) => product * dim, 1);
  return {
    map: new Tensor(
      'float32',
      Float32Array.from({ length: count }, (_, index) => Math.sin(index)),
      dims,
    ),
  };
}
