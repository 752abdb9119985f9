import type { credits as english } from '../en/credits';
import type { SameWords } from '../same-words';

export const credits: SameWords<typeof english> = {
  borders: (countries, states) => `${countries} (países), ${states} (estados)`,
  towns: (source) => `${source} (poblaciones, un extracto)`,
  publicDomain: 'Dominio público',
};
