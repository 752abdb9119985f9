/** The forms a language may ask for; `other` is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const englishRules = new Intl.PluralRules('en');

/** Picks the form for a count by the language's own rules: "1 photo", "5,310 photos". */
export function plural(count: number, forms: PluralForms, rules: Intl.PluralRules = englishRules): string {
  return forms[rules.select(count)] ?? forms.other;
}
