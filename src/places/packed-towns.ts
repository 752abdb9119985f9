/** Steps per degree of the towns' coordinates: all the decimals that GeoNames gives. */
export const TOWN_STEPS = 100_000;

/** The towns that decide which US state or territory the nearest town is in. */
export interface PackedTowns {
  /** Names of the areas, separated by spaces: `USA-TX`, `PRI`, and `-` for all other countries. */
  readonly areas: string;
  /** Packed numbers. For each area the number of its towns, then the steps north and east from each to the next. */
  readonly towns: string;
}
