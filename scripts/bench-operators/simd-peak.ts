/**
 * A loop of f32x4 multiplications and additions, written byte by byte (WebAssembly core specification 3.0, binary format), in
 * 12 chains that don't wait for each other: what a thread can do at most on WASM without fused multiply-add.
 */
const CHAINS = 12;
const UNROLLED = 4;
const TURNS = 5_000_000;
/** A multiplication and an addition of four numbers. */
const FLOPS = 8;
const TRIES = 5;

const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const F32_CONST = 0x43;
const SIMD = 0xfd;
const V128 = 0x7b;
const SPLAT = [SIMD, 0x13];
const ADD = [SIMD, 0xe4, 0x01];
const MUL = [SIMD, 0xe6, 0x01];
const FIRST_LANE = [SIMD, 0x1f, 0];

/** The best of some tries, in GFLOP/s of one thread, by its processor time. */
export async function measurePeak(): Promise<number> {
  const { instance } = await WebAssembly.instantiate(loopModule());
  const loop = instance.exports['loop'] as (turns: number) => number;
  loop(TURNS / 10);
  let best = 0;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const startedAt = process.cpuUsage().user;
    loop(TURNS);
    const microseconds = process.cpuUsage().user - startedAt;
    best = Math.max(best, (TURNS * CHAINS * UNROLLED * FLOPS) / microseconds / 1000);
  }
  return best;
}

/** Parameter 0 = turns; locals 1 to CHAINS = sums; then factor and addend. */
function loopModule(): Uint8Array<ArrayBuffer> {
  const chains = Array.from({ length: CHAINS }, (_, index) => index + 1);
  const [factor, addend] = [CHAINS + 1, CHAINS + 2];
  const step = chains.flatMap((chain) => [
    ...[LOCAL_GET, chain, LOCAL_GET, factor, ...MUL],
    ...[LOCAL_GET, addend, ...ADD, LOCAL_SET, chain],
  ]);
  const code = [
    ...chains.flatMap((chain) => setTo(chain, 1 + chain / 64)),
    ...setTo(factor, 0.9999),
    ...setTo(addend, 0.0001),
    ...[0x03, 0x40], // loop
    ...Array.from({ length: UNROLLED }, () => step).flat(),
    ...[LOCAL_GET, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b], // turns - 1, again unless 0, end of the loop
    ...[LOCAL_GET, 1, ...chains.slice(1).flatMap((chain) => [LOCAL_GET, chain, ...ADD])],
    ...[...FIRST_LANE, 0x0b],
  ];
  const body = [1, CHAINS + 2, V128, ...code];
  const name = [...new TextEncoder().encode('loop')];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7d]), // (i32) -> f32
    ...section(3, [1, 0]),
    ...section(7, [1, name.length, ...name, 0, 0]),
    ...section(10, [1, ...length(body.length), ...body]),
  ]);
}

function setTo(local: number, value: number): readonly number[] {
  return [F32_CONST, ...new Uint8Array(Float32Array.of(value).buffer), ...SPLAT, LOCAL_SET, local];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...length(content.length), ...content];
}

/** LEB128. */
function length(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...length(Math.floor(value / 128))];
}
