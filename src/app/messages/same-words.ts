/**
 * The shape of the English words with any text in it: the same keys, the same functions of the same values.
 * A type only: words of another language are checked against it, and no English word comes along.
 */
export type SameWords<Words> = Words extends string
  ? string
  : Words extends (...values: infer Values) => infer Said
    ? (...values: Values) => Said extends string ? string : Said
    : Words extends object
      ? { readonly [Key in keyof Words]: SameWords<Words[Key]> }
      : Words;
