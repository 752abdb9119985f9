/**
 * The shape of the English words with any text in it: the same keys, the same functions of the same values.
 * A type only: words of another language are checked against it, and no English word comes along.
 */
export type SameWords<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Said
    ? (...values: Values) => SameWords<Said>
    : T extends readonly (infer Part)[]
      ? readonly ([Part] extends [never] ? string : SameWords<Part>)[]
      : T extends object
        ? { readonly [Key in keyof T]: SameWords<T[Key]> }
        : T;
