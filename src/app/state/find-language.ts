/** What is spoken, and how dates and numbers are written. */
export interface FoundLanguage<Language> {
  readonly language: Language;
  /** A BCP 47 tag. */
  readonly locale: string;
}

/**
 * The language for a choice: the chosen one, or for 'system' the first of the person's languages that the app has, else
 * English. Dates and numbers follow it in the person's own variant: es-MX for Spanish where the browser says es-MX. Where
 * nobody chose and the app has none of their languages, dates and numbers stay the browser's.
 * @param choice 'system' or a tag; a tag that the app does not have counts as 'system'
 * @param languages those of the app, English among them
 * @param wanted the person's languages as the browser says them, the best one first
 */
export function findLanguage<Language extends { readonly tag: string }>(
  choice: string,
  languages: readonly Language[],
  wanted: readonly string[],
): FoundLanguage<Language> {
  const chosen = languages.find(({ tag }) => tag === choice);
  if (chosen !== undefined) return { language: chosen, locale: variantOf(chosen.tag, wanted) ?? chosen.tag };
  for (const locale of wanted) {
    const language = languages.find(({ tag }) => isVariant(locale, tag));
    if (language !== undefined) return { language, locale };
  }
  const english = languages.find(({ tag }) => tag === 'en');
  if (english === undefined) throw new Error('languages: expected English among them');
  return { language: english, locale: wanted[0] ?? english.tag };
}

const variantOf = (tag: string, wanted: readonly string[]) => wanted.find((locale) => isVariant(locale, tag));

const isVariant = (locale: string, tag: string) => locale === tag || locale.startsWith(`${tag}-`);
