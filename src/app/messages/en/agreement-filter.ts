/** The gallery's filter by a cell of the table of agreement. */
export const agreementFilter = {
  both: (name: string) => `Machine and person say ${name}`,
  differ: (machine: string, human: string) => `Machine says ${machine}, person says ${human}`,
} as const;
