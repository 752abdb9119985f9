import { plural, type PluralForms } from '../plural';

const spanishRules = new Intl.PluralRules('es');
const spanishLists = new Intl.ListFormat('es', { type: 'conjunction' });

/** Picks the form for a count by the rules of Spanish: "1 foto", "5.310 fotos". */
export function pluralEs(count: number, forms: PluralForms): string {
  return plural(count, forms, spanishRules);
}

/** Joins names as Spanish does: "pumas, zorros y venados". */
export function listEs(names: readonly string[]): string {
  return spanishLists.format(names);
}
