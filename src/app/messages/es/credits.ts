import type { credits as english } from '../en/credits';
import type { SameWords } from '../same-words';

export const credits: SameWords<typeof english> = {
  typefaces: (names) => `${names} (tipos de letra)`,
  icons: (name) => `${name} (iconos)`,
  borders: (countries, states) => `${countries} (países), ${states} (estados)`,
  towns: (source) => `${source} (poblaciones, un extracto)`,
  both: (one, other) => `${one} y ${other}`,
  publicDomain: 'Dominio público',
};
