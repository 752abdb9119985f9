/** Which of the two loops: the first part of a sum begins at nothing, the others add to what is there. */
export type KernelMode = 'zero' | 'add';

/** Columns of a packed panel of the right matrix, as the runtime lays them out (MLAS, sgemm: 16). */
const PANEL = 16;
/**
 * Columns computed at once. With 4 rows they are 8 sums of 4 numbers, which leaves room for what is multiplied in the 16 registers
 * of x64. More rows, more columns, or several steps at once make V8 put sums into memory and back in each step.
 */
const COLUMNS = 8;
/** Rows computed at once, largest first; the caller goes on after as many as the kernel says. */
const ROWS = [4, 2, 1] as const;

const VECTORS = COLUMNS / 4;

/**
 * The inner loop of matrix products on WASM, in WebAssembly's text form, as a module with one function `kernel`: the same sums in the
 * same order as the runtime's own (`MlasSgemmKernelZero` and `MlasSgemmKernelAdd`), hence the same bits, in registers.
 *
 * Parameters, as there: A (rows, `lda` numbers apart), B (panels of 16 columns, packed, filled up with zeros), C (rows, `ldc` numbers
 * apart), CountK >= 1, CountM >= 1, CountN >= 1, lda, ldc, alpha. Answers how many rows were done. C = alpha A B, or C + alpha A B.
 */
export function gemmKernel(mode: KernelMode): string {
  return `(module
    (import "env" "memory" (memory 1 65536 shared))
    (func (export "kernel")
      (param $A i32) (param $B i32) (param $C i32) (param $K i32) (param $M i32) (param $N i32)
      (param $lda i32) (param $ldc i32) (param $alpha f32) (result i32)
      ${locals()}
      (local.set $scale (f32x4.splat (local.get $alpha)))
      (local.set $lda (i32.shl (local.get $lda) (i32.const 2)))
      (local.set $ldc (i32.shl (local.get $ldc) (i32.const 2)))
      ${ROWS.map((rows) => `(if (i32.ge_u (local.get $M) (i32.const ${rows})) (then ${columnLoop(rows, mode)}))`).join('\n')}
      (unreachable)))`;
}

function locals(): string {
  const most = Math.max(...ROWS);
  return [
    ...upTo(most).map((row) => `(local $a${row} i32)`),
    ...['b', 'k', 'c', 'done'].map((name) => `(local $${name} i32)`),
    ...upTo(most).flatMap((row) => upTo(VECTORS).map((vector) => `(local $${sum(row, vector)} v128)`)),
    ...upTo(VECTORS).map((vector) => `(local $b${vector} v128)`),
    '(local $left v128) (local $scale v128)',
  ].join(' ');
}

/** Half a panel after the other, until there are no columns left. */
function columnLoop(rows: number, mode: KernelMode): string {
  return `(loop $columns
    ${upTo(rows)
      .map((row) => set(`a${row}`, row === 0 ? get('A') : plus(get(`a${row - 1}`), get('lda'))))
      .join('\n')}
    ${cells(rows)
      .map(([row, vector]) => set(sum(row, vector), '(v128.const i32x4 0 0 0 0)'))
      .join('\n')}
    ${set('b', get('B'))}
    ${set('k', get('K'))}
    (loop $sums
      ${sumStep(rows)}
      (br_if $sums (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
    (if (i32.lt_u (local.get $N) (i32.const ${COLUMNS})) (then ${storeRest(rows, mode)} (return (i32.const ${rows}))))
    ${eachRow(rows, (row) => upTo(VECTORS).map((vector) => storeVector(sum(row, vector), 16 * vector, mode)))}
    ${set('C', plus(get('C'), 4 * COLUMNS))}
    ${set('B', plus(get('B'), 4 * COLUMNS))}
    ${set('done', plus(get('done'), COLUMNS))}
    (if (i32.eq (local.get $done) (i32.const ${PANEL})) (then
      ${set('done', '(i32.const 0)')}
      ${set('B', plus(get('B'), `(i32.mul (i32.sub (local.get $K) (i32.const 1)) (i32.const ${4 * PANEL}))`))}))
    (br_if $columns (local.tee $N (i32.sub (local.get $N) (i32.const ${COLUMNS}))))
    (return (i32.const ${rows})))`;
}

/** One product added to each sum. */
function sumStep(rows: number): string {
  const loads = upTo(VECTORS).map((vector) =>
    set(`b${vector}`, `(v128.load offset=${16 * vector} align=4 ${get('b')})`),
  );
  const products = upTo(rows).flatMap((row) => [
    set('left', `(v128.load32_splat ${get(`a${row}`)})`),
    ...upTo(VECTORS).map((vector) =>
      set(sum(row, vector), `(f32x4.add ${get(sum(row, vector))} (f32x4.mul ${get('left')} ${get(`b${vector}`)}))`),
    ),
  ]);
  const steps = upTo(rows).map((row) => set(`a${row}`, plus(get(`a${row}`), 4)));
  return [...loads, ...products, ...steps, set('b', plus(get('b'), 4 * PANEL))].join('\n');
}

/** Fewer columns than are computed at once: four, then one by one. */
function storeRest(rows: number, mode: KernelMode): string {
  return `
    (if (i32.ge_u (local.get $N) (i32.const 4)) (then
      ${eachRow(rows, (row) => [storeVector(sum(row, 0), 0, mode), set(sum(row, 0), get(sum(row, 1)))])}
      ${set('C', plus(get('C'), 16))}
      ${set('N', '(i32.sub (local.get $N) (i32.const 4))')}))
    (if (local.get $N) (then
      ${eachRow(rows, (row) => [
        set('left', scaled(sum(row, 0))),
        ...[0, 1, 2].map((lane) => {
          const number = `(f32x4.extract_lane ${lane} ${get('left')})`;
          const added = `(f32.add ${number} (f32.load offset=${4 * lane} ${get('c')}))`;
          const store = `(f32.store offset=${4 * lane} ${get('c')} ${mode === 'zero' ? number : added})`;
          return `(if (i32.gt_u (local.get $N) (i32.const ${lane})) (then ${store}))`;
        }),
      ])}))`;
}

/** `$c` goes along the rows of the result. */
function eachRow(rows: number, write: (row: number) => readonly string[]): string {
  const next = set('c', plus(get('c'), get('ldc')));
  return [set('c', get('C')), ...upTo(rows).flatMap((row) => [...(row === 0 ? [] : [next]), ...write(row)])].join('\n');
}

function storeVector(name: string, offset: number, mode: KernelMode): string {
  const there = `(v128.load offset=${offset} align=4 ${get('c')})`;
  const value = mode === 'zero' ? scaled(name) : `(f32x4.add ${scaled(name)} ${there})`;
  return `(v128.store offset=${offset} align=4 ${get('c')} ${value})`;
}

const sum = (row: number, vector: number) => `sum${row}_${vector}`;
const cells = (rows: number) => upTo(rows).flatMap((row) => upTo(VECTORS).map((vector) => [row, vector] as const));
const scaled = (name: string) => `(f32x4.mul ${get('scale')} ${get(name)})`;
const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const plus = (one: string, other: string | number) =>
  `(i32.add ${one} ${typeof other === 'number' ? `(i32.const ${other})` : other})`;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
