/** What the parts in the list of licences are, around their names. */
export const credits = {
  borders: (countries: string, states: string) => `${countries} (countries), ${states} (states)`,
  towns: (source: string) => `${source} (towns, an extract)`,
  publicDomain: 'Public domain',
} as const;
