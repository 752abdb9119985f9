import { ParseError } from '../../src/domain/parse-error';

/** Options in a vector, under the reference's own names. */
export type ReferenceOptions = Readonly<Record<string, unknown>>;

/** The same options under our names. Throws for a name that is not in the table, for then the case would test nothing. */
export function translateOptions<Options extends object>(
  options: ReferenceOptions,
  names: Readonly<Record<string, keyof Options>>,
): Options {
  const entries = Object.entries(options).map(([name, value]) => {
    const ours = names[name];
    if (ours === undefined) throw new Error(`vector: expected one of ${Object.keys(names).join(', ')}, got ${name}`);
    return [ours, value] as const;
  });
  return Object.fromEntries(entries) as Options;
}

/** What a vector's `outcome` says, so that both can be compared: the result, or that the input was refused. */
export function outcomeOf(run: () => unknown): unknown {
  try {
    return { result: run() };
  } catch (error) {
    // Anything but a refusal is a defect, also where the reference stops.
    if (error instanceof ParseError) return 'error';
    throw error;
  }
}
