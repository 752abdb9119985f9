/** What the parts in the list of licences are, around their names. */
export const credits = {
  typefaces: (names: string) => `${names} (typefaces)`,
  icons: (name: string) => `${name} (icons)`,
  borders: (countries: string, states: string) => `${countries} (countries), ${states} (states)`,
  towns: (source: string) => `${source} (towns, an extract)`,
  both: (one: string, other: string) => `${one} and ${other}`,
  publicDomain: 'Public domain',
} as const;
