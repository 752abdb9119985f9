import type { Column } from './image-index';

/** A column in which some rows change: it is copied with the first of them that is really another one. */
export interface ChangedColumn<Value, Whole> {
  put(image: number, value: Value): void;
  /** The same object as before where nothing changed. */
  finish(): Whole;
}

type Numbers = Uint8Array | Int8Array | Int32Array | Float64Array;

export function changeNumbers<Whole extends Numbers>(column: Whole): ChangedColumn<number, Whole> {
  let copy: Whole | null = null;
  return {
    put(image, value) {
      if (Object.is((copy ?? column)[image], value)) return;
      copy ??= column.slice() as Whole;
      copy[image] = value;
    },
    finish: () => copy ?? column,
  };
}

/**
 * The column is numbered as if it were made anew: values that no image has any more go, and the others are in the order in which the
 * images first name them, or in the order of `compare`.
 */
export function changeColumn<Value>(
  column: Column<Value>,
  compare: ((one: Value, other: Value) => number) | null = null,
): ChangedColumn<Value | null, Column<Value>> {
  const numbers = new Map(column.values.map((value, number) => [value, number]));
  const values = [...column.values];
  const of = changeNumbers(column.of);
  const numberOf = (value: Value): number => {
    const known = numbers.get(value) ?? values.push(value) - 1;
    numbers.set(value, known);
    return known;
  };
  return {
    put: (image, value) => of.put(image, value === null ? -1 : numberOf(value)),
    finish() {
      const changed = of.finish();
      return changed === column.of ? column : renumber({ values, of: changed }, compare);
    },
  };
}

function renumber<Value>({ values, of }: Column<Value>, compare: ((one: Value, other: Value) => number) | null) {
  const numbers = new Int32Array(values.length).fill(-1);
  const used: number[] = [];
  for (const number of of) {
    if (number !== -1 && numbers[number] === -1) numbers[number] = used.push(number) - 1;
  }
  if (compare !== null) {
    used.sort((one, other) => compare(values[one]!, values[other]!));
    used.forEach((number, place) => (numbers[number] = place));
  }
  return {
    values: used.map((number) => values[number]!),
    of: of.map((number) => (number === -1 ? -1 : numbers[number]!)),
  };
}
