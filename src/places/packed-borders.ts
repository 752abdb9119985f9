/** Steps per degree of the grid that lines lie on: 0.001 degrees are at most 111 m. */
export const BORDER_STEPS = 1000;

/** The lines between areas as a generated module holds them. */
export interface PackedBorders {
  /** Names of the areas, separated by spaces: `KEN`, `USA-TX`, or `-` for land that no country is known for. */
  readonly areas: string;
  /**
   * Packed numbers. For each line: the areas on its two sides (their positions in `areas`; -1 for the sea), the number of its
   * points, and the steps east and north from each point to the next, counted from the last point of the line before.
   */
  readonly lines: string;
}
