import { readLanguageNote, writeLanguageNote } from '../../storage/language-note';
import { languages, speakLanguage } from '../messages/languages';
import { setUserLocale, userLocale } from '../shared/format/number-format';
import { findLanguage } from './find-language';

/**
 * Speaks the chosen language ('system' or a tag) from now on: words, dates, numbers, names of places. What is on the screen
 * has to be drawn anew. Fails when the words of the language can't be fetched; then nothing has changed.
 */
export async function chooseLanguage(choice: string): Promise<void> {
  const { language, locale } = findLanguage(choice, languages, navigator.languages);
  const before = userLocale();
  // First, because words with a number in them are put together when they are loaded.
  setUserLocale(locale);
  try {
    await speakLanguage(language);
  } catch (error) {
    setUserLocale(before);
    throw error;
  }
  document.documentElement.lang = language.tag;
  writeLanguageNote(choice);
}

/** For the start: an app in English is better than none, so a language whose words can't be fetched stops nothing. */
export async function restoreLanguage(choice = readLanguageNote() ?? 'system'): Promise<void> {
  try {
    await chooseLanguage(choice);
  } catch {
    document.documentElement.lang = 'en';
  }
}
