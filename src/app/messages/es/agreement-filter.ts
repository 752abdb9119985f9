import type { agreementFilter as english } from '../en/agreement-filter';
import type { SameWords } from '../same-words';

/** The gallery's filter by a cell of the table of agreement. */
export const agreementFilter: SameWords<typeof english> = {
  both: (name) => `Máquina y persona dicen ${name}`,
  differ: (machine, human) => `La máquina dice ${machine}, la persona dice ${human}`,
};
